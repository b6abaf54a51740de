/// Whose approvals a rule asks for. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/>
public struct ApprovalRuleType: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Those of named users and groups.
    public static let regular = Self(rawValue: "regular")
    /// Those of anybody who may approve.
    public static let anyApprover = Self(rawValue: "any_approver")
    public static let codeOwner = Self(rawValue: "code_owner")
    /// Those that a security policy or a coverage check demands.
    public static let reportApprover = Self(rawValue: "report_approver")
}
