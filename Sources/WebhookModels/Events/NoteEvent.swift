public import Foundation
public import GitLabVocabulary

/// Somebody commented, or changed a comment (GitLab 16.11). GitLab does not tell of its own notes, nor when a comment
/// is deleted.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#comment-events>
public struct NoteEvent: Codable, Hashable, Sendable {
    /// What the comment is on.
    public enum Target: Hashable, Sendable {
        case mergeRequest(WebhookMergeRequest)
        /// An issue or another work item.
        case issue(WebhookIssue)
        case commit(WebhookCommit)
        case snippet(WebhookSnippet)
        /// Something this version does not know, or that is gone.
        case other
    }

    /// Who wrote it, or changed it.
    public let user: WebhookUser?
    public let project: WebhookProject?
    /// `object_attributes`.
    public internal(set) var note: WebhookNote
    public internal(set) var target: Target

    /// The project's, also where `project` lacks it.
    public let projectID: ProjectID?

    private enum CodingKeys: String, CodingKey {
        case user
        case projectID = "project_id"
        case project
        case note = "object_attributes"
        case mergeRequest = "merge_request"
        case issue
        case commit
        case snippet
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = fields.lenient(.user)
        project = fields.lenient(.project)
        projectID = fields.lenient(.projectID) ?? project?.id
        note = try fields.required(.note)
        target =
            switch note.noteableType {
            case .mergeRequest: .mergeRequest(try fields.required(.mergeRequest))
            case .issue, "WorkItem": .issue(try fields.required(.issue))
            case .commit: fields.lenient(.commit).map { .commit($0) } ?? .other
            case .snippet: fields.lenient(.snippet).map { .snippet($0) } ?? .other
            default: .other
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(user, forKey: .user)
        try fields.encodeIfPresent(projectID, forKey: .projectID)
        try fields.encodeIfPresent(project, forKey: .project)
        try fields.encode(note, forKey: .note)
        switch target {
        case .mergeRequest(let mergeRequest): try fields.encode(mergeRequest, forKey: .mergeRequest)
        case .issue(let issue): try fields.encode(issue, forKey: .issue)
        case .commit(let commit): try fields.encode(commit, forKey: .commit)
        case .snippet(let snippet): try fields.encode(snippet, forKey: .snippet)
        case .other: break
        }
    }

    /// When the comment was written; for `update` when it was changed.
    public var happenedAt: Date? { note.action == .update ? note.updatedAt : note.createdAt }
}

extension NoteEvent: EventPayload {
    var projectPath: String? { project?.path }
    var action: WebhookAction? { note.action }
    var actor: WebhookUser? { user }

    /// That of what it is on.
    var subject: String? {
        switch target {
        case .mergeRequest(let mergeRequest): "merge_request/\(mergeRequest.iid)"
        case .issue(let issue): "issue/\(issue.iid)"
        case .commit(let commit): "commit/\(commit.id)"
        case .snippet(let snippet): "snippet/\(snippet.id)"
        case .other: nil
        }
    }

    mutating func dropTexts() {
        note.dropTexts()
        switch target {
        case .mergeRequest(var mergeRequest):
            mergeRequest.dropTexts()
            target = .mergeRequest(mergeRequest)
        case .issue(var issue):
            issue.dropTexts()
            target = .issue(issue)
        case .commit(var commit):
            commit.dropTexts()
            target = .commit(commit)
        case .snippet, .other: break
        }
    }
}
