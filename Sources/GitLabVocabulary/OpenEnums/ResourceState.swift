/// What happened to the state of a merge request or issue. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/resource_state_events/>
public struct ResourceState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let opened = Self(rawValue: "opened")
    public static let closed = Self(rawValue: "closed")
    public static let reopened = Self(rawValue: "reopened")
    public static let merged = Self(rawValue: "merged")
    public static let locked = Self(rawValue: "locked")
}
