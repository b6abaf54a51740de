public import Foundation
public import GitLabVocabulary

/// A milestone given to a merge request or issue, or taken from it. A change of milestone is one `add`, of the new one.
///
/// <https://docs.gitlab.com/api/resource_milestone_events/>
public struct ResourceMilestoneEvent: Decodable, Hashable, Sendable {
    public let id: ResourceMilestoneEventID
    /// `nil` if deleted.
    public let user: User?
    public let createdAt: Date
    /// `MergeRequest` or `Issue`.
    public let resourceType: NoteableType
    /// `id` of that merge request or issue.
    public let resourceID: Int
    /// As it is now; `nil` if it was deleted since.
    public let milestone: Milestone?
    public let action: ResourceEventAction

    private enum CodingKeys: String, CodingKey {
        case id
        case user
        case createdAt = "created_at"
        case resourceType = "resource_type"
        case resourceID = "resource_id"
        case milestone
        case action
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        user = try fields.optional(.user)
        createdAt = try fields.required(.createdAt)
        resourceType = try fields.required(.resourceType)
        resourceID = try fields.required(.resourceID)
        milestone = try fields.optional(.milestone)
        action = try fields.required(.action)
    }
}
