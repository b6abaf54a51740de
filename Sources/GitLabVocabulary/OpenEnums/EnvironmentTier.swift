/// The deployment tier of an environment. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/ci/environments/#deployment-tier-of-environments>
public struct EnvironmentTier: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let production = Self(rawValue: "production")
    public static let staging = Self(rawValue: "staging")
    public static let testing = Self(rawValue: "testing")
    public static let development = Self(rawValue: "development")
    public static let other = Self(rawValue: "other")
}
