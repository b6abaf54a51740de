public import Foundation
public import GitLabVocabulary

/// A merge request as an event about it, or about a note on it, tells it. What belongs to the happening itself
/// (`action`, `actionedAt`, `oldRevision`, `isSystem`, `systemAction`) stands only in the merge request's own events.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events>
public struct WebhookMergeRequest: Codable, Hashable, Sendable {
    /// Unique within the instance.
    public let id: MergeRequestID
    /// Number within the project.
    public let iid: MergeRequestIID
    public let title: String
    /// `nil` if empty; at rest only what it refers to.
    public internal(set) var description: String?
    public let state: MergeRequestState
    /// Missing in old versions.
    public let isDraft: Bool?
    public let authorID: UserID?
    public let createdAt: Date
    /// In whole seconds; approvals do not move it.
    public let updatedAt: Date
    /// Newer versions only.
    public let mergedAt: Told<Date>
    public let preparedAt: Told<Date>
    public let mergeUserID: Told<UserID>
    public let mergeCommitSHA: Told<String>
    public let squashCommitSHA: Told<String>
    public let milestoneID: Told<MilestoneID>
    public let headPipelineID: Told<PipelineID>
    public let sourceBranch: String
    public let targetBranch: String
    /// `nil` if the fork it came from was deleted.
    public let sourceProjectID: ProjectID?
    public let targetProjectID: ProjectID?
    /// The first alone in old versions; missing in places.
    public let assigneeIDs: [UserID]?
    /// Missing in old versions.
    public let reviewerIDs: [UserID]?
    /// Missing in places.
    public let labels: [WebhookLabel]?
    /// The head of the source branch.
    public internal(set) var lastCommit: WebhookCommit?
    public let detailedMergeStatus: DetailedMergeStatus?
    /// Whether all threads are resolved.
    public let areThreadsResolved: Bool?
    /// Auto-merge.
    public let mergesAutomatically: Bool?
    /// The author's first in this project.
    public let isFirstContribution: Bool?
    /// Seconds.
    public let timeEstimate: Int?
    /// Seconds.
    public let totalTimeSpent: Int?
    /// The page a person sees; missing in events of notes.
    public let url: URL?
    /// The head before, if the event tells of new commits; in such an `update` only.
    public let oldRevision: String?
    /// Whether GitLab did this by itself, as it takes approvals back after a push.
    public let isSystem: Bool?
    /// Why GitLab did it: `approvals_reset_on_push`, `code_owner_approvals_reset_on_push`.
    public let systemAction: String?
    public let action: WebhookAction?
    /// When it happened; since GitLab 18.10.
    public let actionedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case authorID = "author_id"
        case createdAt = "created_at"
        case description
        case isDraft = "draft"
        case headPipelineID = "head_pipeline_id"
        case id
        case iid
        case mergeCommitSHA = "merge_commit_sha"
        case mergedAt = "merged_at"
        case mergeUserID = "merge_user_id"
        case mergesAutomatically = "merge_when_pipeline_succeeds"
        case milestoneID = "milestone_id"
        case sourceBranch = "source_branch"
        case sourceProjectID = "source_project_id"
        case squashCommitSHA = "squash_commit_sha"
        case state
        case targetBranch = "target_branch"
        case targetProjectID = "target_project_id"
        case timeEstimate = "time_estimate"
        case title
        case updatedAt = "updated_at"
        case preparedAt = "prepared_at"
        case assigneeIDs = "assignee_ids"
        case areThreadsResolved = "blocking_discussions_resolved"
        case detailedMergeStatus = "detailed_merge_status"
        case isFirstContribution = "first_contribution"
        case labels
        case lastCommit = "last_commit"
        case reviewerIDs = "reviewer_ids"
        case isSystem = "system"
        case systemAction = "system_action"
        case totalTimeSpent = "total_time_spent"
        case url
        case action
        case actionedAt = "actioned_at"
        case oldRevision = "oldrev"
    }

    /// What older versions say instead.
    private enum OldKeys: String, CodingKey {
        case assigneeID = "assignee_id"
        case workInProgress = "work_in_progress"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let old = try decoder.container(keyedBy: OldKeys.self)
        authorID = fields.lenient(.authorID)
        createdAt = try fields.required(.createdAt)
        description = fields.text(.description)
        isDraft = fields.flag(.isDraft) ?? old.flag(.workInProgress)
        headPipelineID = fields.told(.headPipelineID)
        id = try fields.required(.id)
        iid = try fields.required(.iid)
        mergeCommitSHA = fields.told(.mergeCommitSHA)
        mergedAt = fields.told(.mergedAt)
        mergeUserID = fields.told(.mergeUserID)
        mergesAutomatically = fields.flag(.mergesAutomatically)
        milestoneID = fields.told(.milestoneID)
        sourceBranch = try fields.required(.sourceBranch)
        sourceProjectID = fields.lenient(.sourceProjectID)
        squashCommitSHA = fields.told(.squashCommitSHA)
        state = try fields.required(.state)
        targetBranch = try fields.required(.targetBranch)
        targetProjectID = fields.lenient(.targetProjectID)
        timeEstimate = fields.integer(.timeEstimate)
        title = try fields.required(.title)
        updatedAt = try fields.required(.updatedAt)
        preparedAt = fields.told(.preparedAt)
        assigneeIDs = fields.list(.assigneeIDs) ?? old.told(.assigneeID).list
        areThreadsResolved = fields.flag(.areThreadsResolved)
        detailedMergeStatus = fields.lenient(.detailedMergeStatus)
        isFirstContribution = fields.flag(.isFirstContribution)
        labels = fields.list(.labels)
        lastCommit = fields.lenient(.lastCommit)
        reviewerIDs = fields.list(.reviewerIDs)
        isSystem = fields.flag(.isSystem)
        systemAction = fields.text(.systemAction)
        totalTimeSpent = fields.integer(.totalTimeSpent)
        url = fields.lenient(.url)
        action = fields.lenient(.action)
        actionedAt = fields.lenient(.actionedAt)
        oldRevision = fields.text(.oldRevision)
    }

    mutating func dropTexts() {
        description = description?.references
        lastCommit?.dropTexts()
    }
}

extension Told {
    /// None or one; `nil` if nothing is told.
    var list: [Value]? { isTold ? value.map { [$0] } ?? [] : nil }
}
