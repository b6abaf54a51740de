/// Whether an environment is up. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/environments/>
public struct EnvironmentState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let available = Self(rawValue: "available")
    public static let stopping = Self(rawValue: "stopping")
    public static let stopped = Self(rawValue: "stopped")
}
