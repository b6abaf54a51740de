public import Foundation
public import GitLabVocabulary

/// A merge request, as lists show it and, fetched alone, with a few fields more. Its changes are not read.
///
/// <https://docs.gitlab.com/api/merge_requests/>
public struct MergeRequest: Decodable, Hashable, Sendable {
    /// Unique within the instance; requests take `iid`.
    public let id: MergeRequestID
    /// Number within the project.
    public let iid: MergeRequestIID
    /// The project merged into.
    public let projectID: ProjectID
    public let title: String
    /// `nil` if empty.
    public let description: String?
    public let state: MergeRequestState
    public let createdAt: Date
    /// Moves on most changes, not on all, and through comments at most once a minute.
    public let updatedAt: Date
    /// Not merged before this, if auto-merge waits for it; missing in old versions.
    public let mergeAfter: Date?
    /// Who merged it or set it to merge; `nil` before that and for some merges of old.
    public let mergeUser: User?
    /// `nil` unless merged; for some merges of old also then.
    public let mergedAt: Date?
    /// `nil` unless closed.
    public let closedBy: User?
    /// `nil` unless closed without merging.
    public let closedAt: Date?
    public let targetBranch: String
    public let sourceBranch: String
    /// Comments of people; missing in some of GitLab's lists.
    public let userNotesCount: Int?
    /// Missing in some lists.
    public let upvotes: Int?
    /// Missing in some lists.
    public let downvotes: Int?
    /// The user `ghost` if deleted, in places `nil`.
    public let author: User?
    public let assignees: [User]
    /// Empty in old versions.
    public let reviewers: [User]
    /// `nil` if the fork it came from was deleted.
    public let sourceProjectID: ProjectID?
    /// The same as `projectID`.
    public let targetProjectID: ProjectID?
    public let labels: [String]
    public let isDraft: Bool
    /// Brought from elsewhere with times of the past.
    public let isImported: Bool
    /// From where, as `gitlab_project`; `none` unless imported, missing in old versions.
    public let importedFrom: String?
    /// `nil` if none is set.
    public let milestone: Milestone?
    /// Whether auto-merge is set.
    public let mergesAutomatically: Bool
    /// Deprecated, and all that versions before 15.6 tell; may be stale in lists.
    public let mergeStatus: MergeStatus?
    /// May be stale in lists; missing in old versions.
    public let detailedMergeStatus: DetailedMergeStatus?
    /// Head of the source branch; `nil` if the branch had no commit when GitLab looked.
    public let sha: String?
    /// `nil` before the merge and when merged by fast-forward.
    public let mergeCommitSHA: String?
    /// `nil` before the merge and unless squashed.
    public let squashCommitSHA: String?
    /// Only members may comment; `nil` if nobody ever said.
    public let isDiscussionLocked: Bool?
    /// Whether the merge removed or shall remove the source branch; `nil` if nobody said.
    public let removesSourceBranch: Bool?
    /// Whether the author asked for it to be removed.
    public let forcesSourceBranchRemoval: Bool?
    /// Whether those who may merge may push to the fork it comes from; of forks only.
    public let allowsCollaboration: Bool?
    /// `my-group/my-project!7`; missing in some lists.
    public let fullReference: String?
    /// Ticked boxes in the description; missing in some lists.
    public let taskCompletion: TaskCompletion?
    /// Deprecated; Premium and Ultimate only.
    public let approvalsBeforeMerge: Int?
    /// When GitLab had worked out its changes after creation; `nil` until then and in old versions.
    public let preparedAt: Date?
    /// The page a person sees; missing in some lists.
    public let webURL: URL?
    /// Missing in some lists.
    public let timeStats: TimeStats?
    /// Whether the merge shall squash.
    public let squash: Bool
    /// Whether it will, the project's setting considered.
    public let squashOnMerge: Bool
    /// May be stale in lists.
    public let hasConflicts: Bool?
    /// Missing in old versions.
    public let blockingDiscussionsResolved: Bool?
    /// Number of changed files, `1000+` from there on. Fetched alone only; `nil` right after creation.
    public let changesCount: String?
    /// Of the newest pipeline. Fetched alone only.
    public let latestBuildStartedAt: Date?
    /// Of the newest pipeline. Fetched alone only.
    public let latestBuildFinishedAt: Date?
    /// Fetched alone only; `nil` until deployed.
    public let firstDeployedToProductionAt: Date?
    /// Of `sha`. Fetched alone only; `nil` if there is none.
    public let headPipeline: Pipeline?
    /// The author's first in this project. Fetched alone only.
    public let isFirstContribution: Bool?
    /// Whether the one who asks follows it. Fetched alone only.
    public let isSubscribed: Bool?
    /// Whether the one who asks may merge it. Fetched alone only.
    public let canUserMerge: Bool?
    /// Why the last attempt to merge failed. Fetched alone only; `nil` if none did.
    public let mergeError: String?
    /// What its changes lie between. Fetched alone only; `nil` right after creation.
    public let comparison: Comparison?
    /// Commits of the target branch it lacks. Only if asked for.
    public let divergedCommitsCount: Int?
    /// Only if asked for.
    public let isRebaseInProgress: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case title
        case description
        case state
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case mergedBy = "merged_by"
        case mergeUser = "merge_user"
        case mergedAt = "merged_at"
        case mergeAfter = "merge_after"
        case closedBy = "closed_by"
        case closedAt = "closed_at"
        case targetBranch = "target_branch"
        case sourceBranch = "source_branch"
        case userNotesCount = "user_notes_count"
        case upvotes
        case downvotes
        case author
        case assignees
        case reviewers
        case sourceProjectID = "source_project_id"
        case targetProjectID = "target_project_id"
        case labels
        case isDraft = "draft"
        case workInProgress = "work_in_progress"
        case isImported = "imported"
        case importedFrom = "imported_from"
        case milestone
        case mergesAutomatically = "merge_when_pipeline_succeeds"
        case mergeStatus = "merge_status"
        case detailedMergeStatus = "detailed_merge_status"
        case sha
        case mergeCommitSHA = "merge_commit_sha"
        case squashCommitSHA = "squash_commit_sha"
        case isDiscussionLocked = "discussion_locked"
        case removesSourceBranch = "should_remove_source_branch"
        case forcesSourceBranchRemoval = "force_remove_source_branch"
        case preparedAt = "prepared_at"
        case allowsCollaboration = "allow_collaboration"
        case fullReference = "references"
        case webURL = "web_url"
        case timeStats = "time_stats"
        case squash
        case squashOnMerge = "squash_on_merge"
        case taskCompletion = "task_completion_status"
        case hasConflicts = "has_conflicts"
        case blockingDiscussionsResolved = "blocking_discussions_resolved"
        case approvalsBeforeMerge = "approvals_before_merge"
        case isSubscribed = "subscribed"
        case changesCount = "changes_count"
        case latestBuildStartedAt = "latest_build_started_at"
        case latestBuildFinishedAt = "latest_build_finished_at"
        case firstDeployedToProductionAt = "first_deployed_to_production_at"
        case headPipeline = "head_pipeline"
        case comparison = "diff_refs"
        case mergeError = "merge_error"
        case canUserMerge = "user"
        case isFirstContribution = "first_contribution"
        case divergedCommitsCount = "diverged_commits_count"
        case isRebaseInProgress = "rebase_in_progress"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = try fields.required(.iid)
        projectID = try fields.required(.projectID)
        title = try fields.required(.title)
        description = fields.lenient(.description)
        state = try fields.required(.state)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        mergeUser = try fields.optional(.mergeUser) ?? fields.lenient(.mergedBy)
        mergedAt = try fields.optional(.mergedAt)
        mergeAfter = fields.lenient(.mergeAfter)
        closedBy = try fields.optional(.closedBy)
        closedAt = try fields.optional(.closedAt)
        targetBranch = try fields.required(.targetBranch)
        sourceBranch = try fields.required(.sourceBranch)
        userNotesCount = fields.integer(.userNotesCount)
        upvotes = fields.integer(.upvotes)
        downvotes = fields.integer(.downvotes)
        author = try fields.optional(.author)
        assignees = fields.list(.assignees)
        reviewers = fields.list(.reviewers)
        sourceProjectID = try fields.optional(.sourceProjectID)
        targetProjectID = try fields.optional(.targetProjectID)
        labels = fields.labels(.labels)
        isDraft = fields.optionalFlag(.isDraft) ?? fields.flag(.workInProgress)
        isImported = fields.flag(.isImported)
        importedFrom = fields.lenient(.importedFrom)
        milestone = fields.lenient(.milestone)
        mergesAutomatically = fields.flag(.mergesAutomatically)
        mergeStatus = fields.lenient(.mergeStatus)
        detailedMergeStatus = fields.lenient(.detailedMergeStatus)
        sha = try fields.optional(.sha)
        mergeCommitSHA = try fields.optional(.mergeCommitSHA)
        squashCommitSHA = try fields.optional(.squashCommitSHA)
        isDiscussionLocked = fields.optionalFlag(.isDiscussionLocked)
        removesSourceBranch = fields.optionalFlag(.removesSourceBranch)
        forcesSourceBranchRemoval = fields.optionalFlag(.forcesSourceBranchRemoval)
        preparedAt = fields.lenient(.preparedAt)
        allowsCollaboration = fields.optionalFlag(.allowsCollaboration)
        fullReference = (fields.lenient(.fullReference) as FullReference?)?.full
        webURL = fields.lenient(.webURL)
        timeStats = fields.lenient(.timeStats)
        squash = fields.flag(.squash)
        squashOnMerge = fields.flag(.squashOnMerge)
        taskCompletion = fields.lenient(.taskCompletion)
        hasConflicts = fields.optionalFlag(.hasConflicts)
        blockingDiscussionsResolved = fields.optionalFlag(.blockingDiscussionsResolved)
        approvalsBeforeMerge = fields.integer(.approvalsBeforeMerge)
        isSubscribed = fields.optionalFlag(.isSubscribed)
        changesCount = fields.text(.changesCount)
        latestBuildStartedAt = fields.lenient(.latestBuildStartedAt)
        latestBuildFinishedAt = fields.lenient(.latestBuildFinishedAt)
        firstDeployedToProductionAt = try fields.optional(.firstDeployedToProductionAt)
        headPipeline = fields.lenient(.headPipeline)
        comparison = fields.lenient(.comparison)
        mergeError = fields.lenient(.mergeError)
        canUserMerge = (fields.lenient(.canUserMerge) as Asker?)?.canMerge
        isFirstContribution = fields.optionalFlag(.isFirstContribution)
        divergedCommitsCount = fields.integer(.divergedCommitsCount)
        isRebaseInProgress = fields.optionalFlag(.isRebaseInProgress)
    }
}
