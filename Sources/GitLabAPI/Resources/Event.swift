public import Foundation
public import GitLabVocabulary

/// A contribution event of a project; GitLab keeps them for three years.
///
/// <https://docs.gitlab.com/api/events/>
public struct Event: Decodable, Hashable, Sendable {
    public let id: EventID
    /// `nil` for events outside projects.
    public let projectID: ProjectID?
    public let action: EventAction
    /// `id` of the object; `nil` for pushes.
    public let targetID: Int?
    /// `iid` of the object, for notes the `id`; `nil` for pushes.
    public let targetIID: Int?
    /// `nil` for pushes.
    public let targetType: EventTarget?
    /// As it is now; `nil` for pushes, and if deleted.
    public let targetTitle: String?
    /// Who acted; `nil` if GitLab hides it.
    public let authorID: UserID?
    public let createdAt: Date
    /// Of comments only.
    public let note: Note?
    /// Who acted; `nil` if GitLab hides it.
    public let author: User?
    /// Brought from elsewhere with times of the past.
    public let isImported: Bool
    /// Of pushes only.
    public let push: Push?

    private enum CodingKeys: String, CodingKey {
        case id
        case projectID = "project_id"
        case action = "action_name"
        case targetID = "target_id"
        case targetIID = "target_iid"
        case targetType = "target_type"
        case authorID = "author_id"
        case targetTitle = "target_title"
        case createdAt = "created_at"
        case note
        case author
        case isImported = "imported"
        case push = "push_data"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        projectID = fields.lenient(.projectID)
        action = try fields.required(.action)
        targetID = fields.integer(.targetID)
        targetIID = fields.integer(.targetIID)
        targetType = fields.lenient(.targetType)
        authorID = fields.lenient(.authorID)
        targetTitle = fields.lenient(.targetTitle)
        createdAt = try fields.required(.createdAt)
        note = fields.lenient(.note)
        author = fields.lenient(.author)
        isImported = fields.flag(.isImported)
        push = fields.lenient(.push)
    }
}
