/// Names a metric: stable, spelled as GitLab spells it where GitLab has it.
public struct MetricID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    // Delivery
    public static let deploymentFrequency: Self = "deployment_frequency"
    public static let leadTime: Self = "lead_time_for_changes"
    public static let changeFailureRate: Self = "change_failure_rate"
    public static let timeToRestoreService: Self = "time_to_restore_service"
    public static let deploymentDays: Self = "deployment_days"
    public static let ticketLeadTime: Self = "ticket_lead_time"

    // Merge requests
    public static let codingTime: Self = "coding_time"
    public static let timeToFirstComment: Self = "time_to_first_comment"
    public static let timeToApprove: Self = "time_to_approve"
    public static let timeToMerge: Self = "time_to_merge"
    public static let timeToFullApproval: Self = "time_to_full_approval"
    public static let reviewTime: Self = "review_time"
    public static let reworkTime: Self = "rework_time"
    public static let approvalToMergeTime: Self = "approval_to_merge_time"
    public static let timeToDeploy: Self = "time_to_deploy"
    public static let cycleTime: Self = "cycle_time"
    public static let timeToClose: Self = "time_to_close"
    public static let draftTime: Self = "draft_time"
    public static let authorWaitingTime: Self = "author_waiting_time"
    public static let reviewerWaitingTime: Self = "reviewer_waiting_time"
    public static let mergeRequestsOpened: Self = "merge_requests_opened"
    public static let mergeRequestsMerged: Self = "merge_requests_merged"
    public static let mergeRequestsClosed: Self = "merge_requests_closed"
    public static let mergeRequestThroughput: Self = "merge_request_throughput"
    public static let openMergeRequests: Self = "open_merge_requests"
    public static let openMergeRequestAge: Self = "open_merge_request_age"
    public static let staleMergeRequests: Self = "stale_merge_requests"
    public static let mergeRequestSize: Self = "merge_request_size"
    public static let mergeRequestFiles: Self = "merge_request_files"
    public static let reviewDepth: Self = "review_depth"
    public static let reviewDensity: Self = "review_density"
    public static let reviewersPerMergeRequest: Self = "reviewers_per_merge_request"
    public static let reworkCycles: Self = "rework_cycles"
    public static let unreviewedMerges: Self = "unreviewed_merges"
    public static let selfMerges: Self = "self_merges"
    public static let reopenedMergeRequests: Self = "reopened_merge_requests"
    public static let revertedMergeRequests: Self = "reverted_merge_requests"

    // Review load
    public static let reviewsGiven: Self = "reviews_given"
    public static let reviewsReceived: Self = "reviews_received"
    public static let reviewResponseTime: Self = "review_response_time"
    public static let openReviewQueue: Self = "open_review_queue"
    public static let reviewQueueAge: Self = "review_queue_age"
    public static let reviewEffort: Self = "review_effort"
    public static let activeDays: Self = "active_days"

    // Pipelines
    public static let pipelineSuccessRate: Self = "pipeline_success_rate"
    public static let pipelineDuration: Self = "pipeline_duration"
    public static let pipelineQueueTime: Self = "pipeline_queue_time"
    public static let timeToGreen: Self = "time_to_green"
    public static let flakyPipelines: Self = "flaky_pipelines"
    public static let pipelineMinutes: Self = "pipeline_minutes"
    public static let mergeRequestPipelineSuccessRate: Self = "merge_request_pipeline_success_rate"
    public static let mergeRequestPipelineDuration: Self = "merge_request_pipeline_duration"
    public static let jobFailureRate: Self = "job_failure_rate"
    public static let jobDuration: Self = "job_duration"
    public static let retriedJobs: Self = "retried_jobs"

    // Commits, issues, time, refs
    public static let commits: Self = "commits"
    public static let linesAdded: Self = "lines_added"
    public static let linesRemoved: Self = "lines_removed"
    public static let issuesCreated: Self = "issues_created"
    public static let issuesClosed: Self = "issues_closed"
    public static let issuesReopened: Self = "issues_reopened"
    public static let issueComments: Self = "issue_comments"
    public static let issueLeadTime: Self = "issue_lead_time"
    public static let issueCycleTime: Self = "issue_cycle_time"
    public static let timeEstimated: Self = "time_estimated"
    public static let timeSpent: Self = "time_spent"
    public static let branchesCreated: Self = "branches_created"
    public static let branchesDeleted: Self = "branches_deleted"
    public static let tagsCreated: Self = "tags_created"
    public static let tagsDeleted: Self = "tags_deleted"
    public static let releases: Self = "releases"
}

extension MetricID: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
