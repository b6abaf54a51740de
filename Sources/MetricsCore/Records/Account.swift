/// A user account as a record names it; what else is known of the user is in its `UserRecord`. The account of a
/// deleted user is GitLab's `ghost`.
public struct Account: Hashable, Comparable, Codable, Sendable {
    public var id: Int64
    /// As it was when the record was read: a renamed user keeps the id.
    public var username: String

    public init(id: Int64, username: String) {
        self.id = id
        self.username = username
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.id == rhs.id ? lhs.username < rhs.username : lhs.id < rhs.id
    }
}
