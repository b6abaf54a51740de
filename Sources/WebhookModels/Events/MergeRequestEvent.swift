public import Foundation
public import GitLabVocabulary

/// Something happened to a merge request: it was opened, changed, approved, merged, …
///
/// Comments come as `NoteEvent`s; approvals that GitLab takes back without a push are told by nothing.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events>
public struct MergeRequestEvent: Codable, Hashable, Sendable {
    /// Who did it. After a push that took approvals back this is who pushed, not who had approved.
    public let user: WebhookUser?
    /// The project merged into.
    public let project: WebhookProject
    /// `object_attributes`.
    public internal(set) var mergeRequest: WebhookMergeRequest
    /// Missing in old versions.
    public let labels: [WebhookLabel]?
    public let changes: WebhookChanges?
    /// Left out by GitLab when there are none; `mergeRequest.assigneeIDs` tells.
    public let assignees: [WebhookUser]?
    /// Left out by GitLab when there are none; `mergeRequest.reviewerIDs` tells.
    public let reviewers: [WebhookReviewer]?

    private enum CodingKeys: String, CodingKey {
        case user
        case project
        case mergeRequest = "object_attributes"
        case labels
        case changes
        case assignees
        case reviewers
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        user = fields.lenient(.user)
        project = try fields.required(.project)
        mergeRequest = try fields.required(.mergeRequest)
        labels = fields.list(.labels)
        changes = fields.lenient(.changes)
        assignees = fields.list(.assignees)
        reviewers = fields.list(.reviewers)
    }

    /// The project merged into; what the merge request says itself where `project` lacks it.
    public var projectID: ProjectID? { project.id ?? mergeRequest.targetProjectID }

    public var action: WebhookAction? { mergeRequest.action }

    /// Whether somebody approved, whether or not that was enough.
    public var isApproval: Bool { !isSystem && (action == .approval || action == .approved) }

    /// Whether somebody took his approval back.
    public var isUnapproval: Bool { !isSystem && (action == .unapproval || action == .unapproved) }

    /// Whether GitLab did this by itself: `user` is then who caused it.
    public var isSystem: Bool { mergeRequest.isSystem == true }

    /// `actioned_at` (GitLab 18.10). Without it the creation for `open`, the merge for `merge`, and the last change for
    /// `update`, `close` and `reopen`; `nil` for approvals, of which nothing else tells the time.
    public var happenedAt: Date? {
        if let actionedAt = mergeRequest.actionedAt { return actionedAt }
        switch action {
        case .open: return mergeRequest.createdAt
        case .merge: return mergeRequest.mergedAt.value ?? mergeRequest.updatedAt
        case .update, .close, .reopen: return mergeRequest.updatedAt
        default: return nil
        }
    }
}

extension MergeRequestEvent: EventPayload {
    var projectPath: String? { project.path }
    var subject: String? { "merge_request/\(mergeRequest.iid)" }
    var actor: WebhookUser? { user }
    mutating func dropTexts() { mergeRequest.dropTexts() }
}
