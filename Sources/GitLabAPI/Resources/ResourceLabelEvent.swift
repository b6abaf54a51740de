public import Foundation
public import GitLabVocabulary

/// A label put on a merge request or issue, or taken off. Labels given at creation have one each, at that instant.
///
/// <https://docs.gitlab.com/api/resource_label_events/>
public struct ResourceLabelEvent: Decodable, Hashable, Sendable {
    /// What the event still knows of its label.
    public struct Label: Decodable, Hashable, Sendable {
        public let id: LabelID
        /// The name it has now; labels can be renamed.
        public let name: String
        /// `#` and six hexadecimal digits; missing if GitLab hides it.
        public let color: String?

        private enum CodingKeys: String, CodingKey {
            case id
            case name
            case color
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.required(.id)
            name = try fields.required(.name)
            color = fields.lenient(.color)
        }
    }

    public let id: ResourceLabelEventID
    /// `nil` if deleted.
    public let user: User?
    public let createdAt: Date
    /// `MergeRequest` or `Issue`.
    public let resourceType: NoteableType
    /// `id` of that merge request or issue.
    public let resourceID: Int
    /// `nil` if the label was deleted since.
    public let label: Label?
    public let action: ResourceEventAction

    private enum CodingKeys: String, CodingKey {
        case id
        case user
        case createdAt = "created_at"
        case resourceType = "resource_type"
        case resourceID = "resource_id"
        case label
        case action
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        user = try fields.optional(.user)
        createdAt = try fields.required(.createdAt)
        resourceType = try fields.required(.resourceType)
        resourceID = try fields.required(.resourceID)
        label = try fields.optional(.label)
        action = try fields.required(.action)
    }
}
