public import Foundation
public import GitLabVocabulary

/// Which fields of a merge request or issue an event changed, as far as a metric asks; each `nil` unless changed. The
/// descriptions before and after are not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events>
public struct WebhookChanges: Codable, Hashable, Sendable {
    public let title: WebhookChange<String>?
    /// Draft or ready, of a merge request. Missing in old versions, where the title alone tells.
    public let isDraft: WebhookChange<Bool>?
    /// 1 opened, 2 closed, 3 merged, 4 locked.
    public let stateID: WebhookChange<Int>?
    public let closedAt: WebhookChange<Date>?
    public let updatedAt: WebhookChange<Date>?
    public let labels: WebhookChange<[WebhookLabel]>?
    public let assignees: WebhookChange<[WebhookUser]>?
    /// All of them before and after, also when one is asked once more.
    public let reviewers: WebhookChange<[WebhookReviewer]>?
    public let milestoneID: WebhookChange<MilestoneID>?
    public let headPipelineID: WebhookChange<PipelineID>?
    public let mergeUserID: WebhookChange<UserID>?
    public let mergeCommitSHA: WebhookChange<String>?
    public let targetBranch: WebhookChange<String>?
    /// Whether all threads are resolved.
    public let areThreadsResolved: WebhookChange<Bool>?
    /// Auto-merge.
    public let mergesAutomatically: WebhookChange<Bool>?
    public let severity: WebhookChange<String>?
    public let weight: WebhookChange<Int>?
    /// Seconds.
    public let timeEstimate: WebhookChange<Int>?
    /// Seconds.
    public let totalTimeSpent: WebhookChange<Int>?

    private enum CodingKeys: String, CodingKey {
        case title
        case isDraft = "draft"
        case stateID = "state_id"
        case closedAt = "closed_at"
        case updatedAt = "updated_at"
        case labels
        case assignees
        case reviewers
        case milestoneID = "milestone_id"
        case headPipelineID = "head_pipeline_id"
        case mergeUserID = "merge_user_id"
        case mergeCommitSHA = "merge_commit_sha"
        case targetBranch = "target_branch"
        case areThreadsResolved = "blocking_discussions_resolved"
        case mergesAutomatically = "merge_when_pipeline_succeeds"
        case severity
        case weight
        case timeEstimate = "time_estimate"
        case totalTimeSpent = "total_time_spent"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        title = fields.lenient(.title)
        isDraft = fields.lenient(.isDraft)
        stateID = fields.lenient(.stateID)
        closedAt = fields.lenient(.closedAt)
        updatedAt = fields.lenient(.updatedAt)
        labels = fields.lenient(.labels)
        assignees = fields.lenient(.assignees)
        reviewers = fields.lenient(.reviewers)
        milestoneID = fields.lenient(.milestoneID)
        headPipelineID = fields.lenient(.headPipelineID)
        mergeUserID = fields.lenient(.mergeUserID)
        mergeCommitSHA = fields.lenient(.mergeCommitSHA)
        targetBranch = fields.lenient(.targetBranch)
        areThreadsResolved = fields.lenient(.areThreadsResolved)
        mergesAutomatically = fields.lenient(.mergesAutomatically)
        severity = fields.lenient(.severity)
        weight = fields.lenient(.weight)
        timeEstimate = fields.lenient(.timeEstimate)
        totalTimeSpent = fields.lenient(.totalTimeSpent)
    }
}
