public import Foundation
public import GitLabVocabulary

/// A comment. Where in the code it hangs, and the code itself, are not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#comment-events>
public struct WebhookNote: Codable, Hashable, Sendable {
    public let id: NoteID
    /// What was said, Markdown, suggested code cut out. For a host that acts on the event at once: not there at rest.
    public internal(set) var text: String?
    public let noteableType: NoteableType
    /// `id` of what it hangs on; `nil` for commits.
    public let noteableID: Int?
    /// `nil` unless on a commit.
    public let commitSHA: String?
    public let authorID: UserID?
    public let createdAt: Date
    public let updatedAt: Date?
    /// Written by GitLab, not by a person; such notes are not sent.
    public let isSystem: Bool?
    /// Hidden from guests; missing in old versions.
    public let isInternal: Bool?
    /// `nil` for a plain comment; missing in old versions.
    public let type: NoteType?
    /// Missing in old versions.
    public let discussionID: DiscussionID?
    public let resolvedAt: Told<Date>
    public let resolvedByID: Told<UserID>
    /// `create` or, since GitLab 16.11, `update`; missing before 16.11.
    public let action: WebhookAction?
    /// The page a person sees.
    public let url: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case isInternal = "internal"
        case text = "note"
        case noteableType = "noteable_type"
        case authorID = "author_id"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case commitSHA = "commit_id"
        case noteableID = "noteable_id"
        case isSystem = "system"
        case action
        case url
        case discussionID = "discussion_id"
        case resolvedAt = "resolved_at"
        case resolvedByID = "resolved_by_id"
        case type
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        isInternal = fields.flag(.isInternal)
        text = fields.text(.text)?.withoutSuggestions
        noteableType = try fields.required(.noteableType)
        authorID = fields.lenient(.authorID)
        createdAt = try fields.required(.createdAt)
        updatedAt = fields.lenient(.updatedAt)
        commitSHA = fields.text(.commitSHA)
        noteableID = fields.integer(.noteableID)
        isSystem = fields.flag(.isSystem)
        action = fields.lenient(.action)
        url = fields.lenient(.url)
        discussionID = fields.lenient(.discussionID)
        resolvedAt = fields.told(.resolvedAt)
        resolvedByID = fields.told(.resolvedByID)
        type = fields.lenient(.type)
    }

    mutating func dropTexts() { text = nil }
}
