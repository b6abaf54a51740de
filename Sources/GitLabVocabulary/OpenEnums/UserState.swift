/// The state of a user account. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/users/>
public struct UserState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let active = Self(rawValue: "active")
    public static let blocked = Self(rawValue: "blocked")
    public static let deactivated = Self(rawValue: "deactivated")
    public static let banned = Self(rawValue: "banned")
}
