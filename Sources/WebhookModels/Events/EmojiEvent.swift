public import Foundation
public import GitLabVocabulary

/// Somebody gave an emoji to something, or took it back.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#emoji-events>
public struct EmojiEvent: Codable, Hashable, Sendable {
    /// An emoji somebody gave.
    public struct Emoji: Codable, Hashable, Sendable {
        public let userID: UserID?
        public let createdAt: Date?
        public let id: EmojiID
        /// `thumbsup`, without colons.
        public let name: String
        /// `Issue`, `MergeRequest`, `Note`, `Snippet`, …
        public let awardableType: NoteableType?
        /// `id` of what it was given to.
        public let awardableID: Int?
        public let action: WebhookAction?

        private enum CodingKeys: String, CodingKey {
            case userID = "user_id"
            case createdAt = "created_at"
            case id
            case name
            case awardableType = "awardable_type"
            case awardableID = "awardable_id"
            case action
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            userID = fields.lenient(.userID)
            createdAt = fields.lenient(.createdAt)
            id = try fields.required(.id)
            name = try fields.required(.name)
            awardableType = fields.lenient(.awardableType)
            awardableID = fields.integer(.awardableID)
            action = fields.lenient(.action)
        }
    }

    /// The number of the merge request or issue.
    private struct Numbered: Codable, Hashable {
        let iid: Int?

        init(iid: Int?) { self.iid = iid }

        init(from decoder: any Decoder) throws {
            iid = try decoder.container(keyedBy: CodingKeys.self).integer(.iid)
        }
    }

    /// Who gave it or took it back.
    public let user: WebhookUser?
    public let projectID: ProjectID?
    public let project: WebhookProject?
    /// `object_attributes`.
    public let emoji: Emoji
    /// The merge request it was given to, or to a comment of which.
    public let mergeRequestIID: MergeRequestIID?
    /// The issue it was given to, or to a comment of which.
    public let issueIID: IssueIID?
    /// `award` or `revoke`; stands also in `emoji`.
    public let eventType: WebhookAction?

    private enum CodingKeys: String, CodingKey {
        case eventType = "event_type"
        case user
        case projectID = "project_id"
        case project
        case emoji = "object_attributes"
        case mergeRequest = "merge_request"
        case issue
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        eventType = fields.lenient(.eventType)
        user = fields.lenient(.user)
        project = fields.lenient(.project)
        projectID = fields.lenient(.projectID) ?? project?.id
        emoji = try fields.required(.emoji)
        let mergeRequest: Numbered? = fields.lenient(.mergeRequest)
        mergeRequestIID = (mergeRequest?.iid).map(MergeRequestIID.init(rawValue:))
        let issue: Numbered? = fields.lenient(.issue)
        issueIID = (issue?.iid).map(IssueIID.init(rawValue:))
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(eventType, forKey: .eventType)
        try fields.encodeIfPresent(user, forKey: .user)
        try fields.encodeIfPresent(projectID, forKey: .projectID)
        try fields.encodeIfPresent(project, forKey: .project)
        try fields.encode(emoji, forKey: .emoji)
        try fields.encodeIfPresent(
            mergeRequestIID.map { Numbered(iid: $0.rawValue) }, forKey: .mergeRequest)
        try fields.encodeIfPresent(issueIID.map { Numbered(iid: $0.rawValue) }, forKey: .issue)
    }

    /// When it was given; GitLab does not tell when one is taken back.
    public var happenedAt: Date? { action == .revoke ? nil : emoji.createdAt }
}

extension EmojiEvent: EventPayload {
    var projectPath: String? { project?.path }
    var action: WebhookAction? { emoji.action ?? eventType }
    var subject: String? { "emoji/\(emoji.id)" }
    var actor: WebhookUser? { user }
}
