/// Who approves a merge request now. Withdrawn approvals leave no trace here.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/#retrieve-approval-state-for-a-merge-request>
public struct MergeRequestApprovals: Decodable, Hashable, Sendable {
    /// Whether nothing is left to approve; on Free true as soon as one user approved.
    public let isApproved: Bool?
    /// Premium and Ultimate only.
    public let approvalsRequired: Int?
    /// Premium and Ultimate only.
    public let approvalsLeft: Int?
    /// Whether the project or the merge request has rules; Premium and Ultimate only.
    public let hasApprovalRules: Bool?
    /// Whether the one who asks approves it.
    public let hasUserApproved: Bool
    /// Whether the one who asks may.
    public let canUserApprove: Bool
    /// Those who approve, one entry each.
    public let approvedBy: [Approval]

    private enum CodingKeys: String, CodingKey {
        case isApproved = "approved"
        case approvalsRequired = "approvals_required"
        case approvalsLeft = "approvals_left"
        case approvedBy = "approved_by"
        case hasUserApproved = "user_has_approved"
        case canUserApprove = "user_can_approve"
        case hasApprovalRules = "has_approval_rules"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        isApproved = fields.optionalFlag(.isApproved)
        approvalsRequired = fields.integer(.approvalsRequired)
        approvalsLeft = fields.integer(.approvalsLeft)
        approvedBy = try fields.optional(.approvedBy) ?? []
        hasUserApproved = fields.flag(.hasUserApproved)
        canUserApprove = fields.flag(.canUserApprove)
        hasApprovalRules = fields.optionalFlag(.hasApprovalRules)
    }
}
