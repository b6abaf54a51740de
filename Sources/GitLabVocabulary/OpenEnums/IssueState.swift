/// Whether an issue is open. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/issues/>
public struct IssueState: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let opened = Self(rawValue: "opened")
    public static let closed = Self(rawValue: "closed")
}
