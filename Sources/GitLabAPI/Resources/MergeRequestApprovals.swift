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
    /// Those who approve, one entry each.
    public let approvedBy: [Approval]

    private enum CodingKeys: String, CodingKey {
        case isApproved = "approved"
        case approvalsRequired = "approvals_required"
        case approvalsLeft = "approvals_left"
        case approvedBy = "approved_by"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        isApproved = fields.optionalFlag(.isApproved)
        approvalsRequired = fields.integer(.approvalsRequired)
        approvalsLeft = fields.integer(.approvalsLeft)
        approvedBy = try fields.optional(.approvedBy) ?? []
    }
}
