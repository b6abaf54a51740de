/// The status of a pipeline or job. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/pipelines/>
public struct PipelineStatus: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let created = Self(rawValue: "created")
    /// Held back by another job of the same resource group.
    public static let waitingForResource = Self(rawValue: "waiting_for_resource")
    /// Waiting for an outside service to answer.
    public static let waitingForCallback = Self(rawValue: "waiting_for_callback")
    public static let preparing = Self(rawValue: "preparing")
    public static let pending = Self(rawValue: "pending")
    public static let running = Self(rawValue: "running")
    public static let success = Self(rawValue: "success")
    public static let failed = Self(rawValue: "failed")
    public static let canceling = Self(rawValue: "canceling")
    public static let canceled = Self(rawValue: "canceled")
    public static let skipped = Self(rawValue: "skipped")
    /// Waiting for someone to start it.
    public static let manual = Self(rawValue: "manual")
    /// A delayed job waiting for its time.
    public static let scheduled = Self(rawValue: "scheduled")
}
