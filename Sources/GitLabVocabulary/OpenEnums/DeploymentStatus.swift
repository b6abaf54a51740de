/// The status of a deployment. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/deployments/>
public struct DeploymentStatus: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Waiting for its job to start.
    public static let created = Self(rawValue: "created")
    public static let running = Self(rawValue: "running")
    public static let success = Self(rawValue: "success")
    public static let failed = Self(rawValue: "failed")
    public static let canceled = Self(rawValue: "canceled")
    public static let skipped = Self(rawValue: "skipped")
    /// Waiting for approval.
    public static let blocked = Self(rawValue: "blocked")
}
