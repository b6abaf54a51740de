public import Foundation

/// One user's approval of a merge request.
///
/// <https://docs.gitlab.com/api/merge_request_approvals/>
public struct Approval: Decodable, Hashable, Sendable {
    public let user: User
    /// Missing on older versions; then only the system note or the event tells.
    public let approvedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case user
        case approvedAt = "approved_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = try fields.required(.user)
        approvedAt = try fields.optional(.approvedAt)
    }
}
