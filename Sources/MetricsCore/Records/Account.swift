/// A user account as a record names it. The account of a deleted user is GitLab's `ghost`.
public struct Account: Hashable, Comparable, Codable, Sendable {
    public var id: Int64
    public var username: String
    /// What GitLab itself says; `nil` where the source does not tell (most lists do not).
    public var isBot: Bool?

    public init(id: Int64, username: String, isBot: Bool? = nil) {
        self.id = id
        self.username = username
        self.isBot = isBot
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.id == rhs.id ? lhs.username < rhs.username : lhs.id < rhs.id
    }
}
