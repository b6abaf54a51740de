public import Foundation
public import GitLabVocabulary

/// Something happened to an issue, incident, task or another work item; its `type` tells which. Deleting one is told
/// by nothing.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events>
public struct IssueEvent: Codable, Hashable, Sendable {
    /// Who did it.
    public let user: WebhookUser?
    /// Missing for what belongs to a group, as epics do.
    public let project: WebhookProject?
    /// `object_attributes`.
    public internal(set) var issue: WebhookIssue
    public let assignees: [WebhookUser]?
    public let labels: [WebhookLabel]?
    public let changes: WebhookChanges?

    private enum CodingKeys: String, CodingKey {
        case user
        case project
        case issue = "object_attributes"
        case assignees
        case labels
        case changes
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = fields.lenient(.user)
        project = fields.lenient(.project)
        issue = try fields.required(.issue)
        assignees = fields.list(.assignees)
        labels = fields.list(.labels)
        changes = fields.lenient(.changes)
    }

    public var projectID: ProjectID? { project?.id ?? issue.projectID }

    public var action: WebhookAction? { issue.action }

    /// The creation for `open`, the closing for `close`, else the last change.
    public var happenedAt: Date? {
        switch action {
        case .open: issue.createdAt
        case .close: issue.closedAt.value ?? issue.updatedAt
        default: issue.updatedAt
        }
    }
}

extension IssueEvent: EventPayload {
    var projectPath: String? { project?.path }
    var subject: String? { "issue/\(issue.iid)" }
    var actor: WebhookUser? { user }
    mutating func dropTexts() { issue.dropTexts() }
}
