/// A permission of an access token. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/security/tokens/>
public struct TokenScope: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Reads and writes everything its user can.
    public static let api = Self(rawValue: "api")
    /// Reads everything its user can; enough for a backfill.
    public static let readAPI = Self(rawValue: "read_api")
    /// Reads its user's profile only.
    public static let readUser = Self(rawValue: "read_user")
    public static let readRepository = Self(rawValue: "read_repository")
    public static let writeRepository = Self(rawValue: "write_repository")
    /// May replace itself by a new token.
    public static let selfRotate = Self(rawValue: "self_rotate")
    /// May act as another user; for administrators.
    public static let sudo = Self(rawValue: "sudo")
    public static let adminMode = Self(rawValue: "admin_mode")
}
