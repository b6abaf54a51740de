public import GitLabVocabulary

/// What one rule asks of a merge request, and who has fulfilled it.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/#retrieve-approval-details-for-a-merge-request>
public struct ApprovalRule: Decodable, Hashable, Sendable {
    /// `nil` for the rule GitLab makes up where nobody wrote one.
    public let id: ApprovalRuleID?
    public let name: String
    /// Missing if GitLab hides it.
    public let type: ApprovalRuleType?
    /// How many approvals it asks for.
    public let approvalsRequired: Int
    /// Whose approvals would count; none named where anybody's do.
    public let eligibleApprovers: [User]
    /// Those who approved under this rule.
    public let approvedBy: [User]
    /// Whether enough have.
    public let isApproved: Bool
    /// Whether it differs from the project's rule it came from.
    public let isOverridden: Bool

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case type = "rule_type"
        case eligibleApprovers = "eligible_approvers"
        case approvalsRequired = "approvals_required"
        case isOverridden = "overridden"
        case approvedBy = "approved_by"
        case isApproved = "approved"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.optional(.id)
        name = try fields.required(.name)
        type = fields.lenient(.type)
        eligibleApprovers = fields.list(.eligibleApprovers)
        approvalsRequired = try fields.required(.approvalsRequired)
        isOverridden = fields.flag(.isOverridden)
        approvedBy = try fields.optional(.approvedBy) ?? []
        isApproved = fields.flag(.isApproved)
    }
}
