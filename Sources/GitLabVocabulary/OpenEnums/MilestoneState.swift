/// Whether a milestone is open. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/milestones/>
public struct MilestoneState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let active = Self(rawValue: "active")
    public static let closed = Self(rawValue: "closed")
}
