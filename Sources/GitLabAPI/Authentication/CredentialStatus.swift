/// How a credential of a pool has fared so far.
public struct CredentialStatus: Hashable, Sendable {
    public let label: String
    /// Why it is no longer used at all; `nil` while it is.
    public let failure: GitLabError?
    /// For what it is not used, in the order in which that turned out.
    public let setAside: [SetAside]
    /// How many projects it works on.
    public let projects: Int
    /// How many requests were sent with it, refused ones included.
    public let requests: Int
}
