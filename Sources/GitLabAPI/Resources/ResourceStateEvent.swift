public import Foundation
public import GitLabVocabulary

/// A change of the state of a merge request or issue. Creation has none.
///
/// <https://docs.gitlab.com/api/resource_state_events/>
public struct ResourceStateEvent: Decodable, Hashable, Sendable {
    public let id: ResourceStateEventID
    /// `nil` if deleted.
    public let user: User?
    public let createdAt: Date
    /// `MergeRequest` or `Issue`.
    public let resourceType: NoteableType
    /// `id` of that merge request or issue.
    public let resourceID: Int
    /// The commit that closed it, if one did.
    public let sourceCommit: String?
    /// The merge request that closed it, if one did.
    public let sourceMergeRequestID: MergeRequestID?
    /// The state entered.
    public let state: ResourceState

    private enum CodingKeys: String, CodingKey {
        case id
        case user
        case createdAt = "created_at"
        case resourceType = "resource_type"
        case resourceID = "resource_id"
        case sourceCommit = "source_commit"
        case sourceMergeRequestID = "source_merge_request_id"
        case state
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        user = try fields.optional(.user)
        createdAt = try fields.required(.createdAt)
        resourceType = try fields.required(.resourceType)
        resourceID = try fields.required(.resourceID)
        sourceCommit = fields.lenient(.sourceCommit)
        sourceMergeRequestID = fields.lenient(.sourceMergeRequestID)
        state = try fields.required(.state)
    }
}
