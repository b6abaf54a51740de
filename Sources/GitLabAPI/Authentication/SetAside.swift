/// That a credential of a pool is no longer used, for everything or for something.
public struct SetAside: Hashable, Sendable {
    public enum Extent: Hashable, Sendable {
        /// It is revoked, expired or unknown, or its user is blocked: it is never used again.
        case everything
        /// It may not read this project, and another credential may.
        case project(ProjectReference)
        /// It may not read this group, and another credential may.
        case group(GroupReference)
        /// It lacks a scope; `GitLabError.requiredScope` names it. It is not used for such requests.
        case scope
    }

    /// The credential's label.
    public let credential: String
    public let extent: Extent
    /// What GitLab said, without secrets.
    public let error: GitLabError

    public init(credential: String, extent: Extent, error: GitLabError) {
        self.credential = credential
        self.extent = extent
        self.error = error
    }
}
