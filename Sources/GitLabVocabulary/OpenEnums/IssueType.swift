/// The kind of an issue, in lower case as REST's `issue_type` spells it. An open set: values this version
/// does not know decode too.
///
/// <https://docs.gitlab.com/api/issues/>
public struct IssueType: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let issue = Self(rawValue: "issue")
    public static let incident = Self(rawValue: "incident")
    public static let task = Self(rawValue: "task")
    public static let ticket = Self(rawValue: "ticket")
    public static let requirement = Self(rawValue: "requirement")
    public static let testCase = Self(rawValue: "test_case")
}
