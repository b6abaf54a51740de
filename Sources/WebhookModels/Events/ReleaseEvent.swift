public import Foundation
import GitLabVocabulary

/// A release was created, changed or deleted. GitLab does not tell who did it; its files and notes are not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#release-events>
public struct ReleaseEvent: Codable, Hashable, Sendable {
    public let createdAt: Date
    public let name: String?
    /// May lie in the future.
    public let releasedAt: Date?
    public let tag: String
    public let project: WebhookProject
    /// The page a person sees.
    public let url: URL?
    public let action: WebhookAction?
    /// The commit of the tag.
    public internal(set) var commit: WebhookCommit?

    private enum CodingKeys: String, CodingKey {
        case createdAt = "created_at"
        case name
        case releasedAt = "released_at"
        case tag
        case project
        case url
        case action
        case commit
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        createdAt = try fields.required(.createdAt)
        name = fields.text(.name)
        releasedAt = fields.lenient(.releasedAt)
        tag = try fields.required(.tag)
        project = try fields.required(.project)
        url = fields.lenient(.url)
        action = fields.lenient(.action)
        commit = fields.lenient(.commit)
    }

    /// The creation for `create`; GitLab does not tell when a release was changed or deleted.
    public var happenedAt: Date? { action == .create ? createdAt : nil }
}

extension ReleaseEvent: EventPayload {
    var projectID: ProjectID? { project.id }
    var projectPath: String? { project.path }
    var subject: String? { "release/\(tag)" }
    mutating func dropTexts() { commit?.dropTexts() }
}
