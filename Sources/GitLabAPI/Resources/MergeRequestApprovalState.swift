/// The approval rules of a merge request and how far each is fulfilled. Premium and Ultimate only.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/#retrieve-approval-details-for-a-merge-request>
public struct MergeRequestApprovalState: Decodable, Hashable, Sendable {
    /// Whether somebody changed the project's rules for this merge request.
    public let isOverwritten: Bool
    public let rules: [ApprovalRule]

    private enum CodingKeys: String, CodingKey {
        case isOverwritten = "approval_rules_overwritten"
        case rules
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        isOverwritten = fields.flag(.isOverwritten)
        rules = try fields.optional(.rules) ?? []
    }
}
