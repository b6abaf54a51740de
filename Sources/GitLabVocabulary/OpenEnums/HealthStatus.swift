/// How an issue is said to be coming along. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/issues/>
public struct HealthStatus: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let onTrack = Self(rawValue: "on_track")
    public static let needsAttention = Self(rawValue: "needs_attention")
    public static let atRisk = Self(rawValue: "at_risk")
}
