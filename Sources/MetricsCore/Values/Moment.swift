/// Something that happens once in the life of a change, an incident or a pipeline, as definitions name it.
public enum Moment: String, Codable, Hashable, Sendable, CaseIterable {
    /// The earliest authoring of its commits.
    case firstCommit = "first_commit"
    /// The merge request was created.
    case created
    /// The last time it became ready before its first review; created, if it never was a draft.
    case ready
    /// The first comment or approval by a human who is not the author, up to the merge.
    case firstReview = "first_review"
    /// The first approval that stood to the merge, or stands now.
    case approved
    /// The last approval that was needed, of those that stood.
    case fullyApproved = "fully_approved"
    /// The first commit that names an issue, or its first label of work in progress.
    case workStarted = "work_started"
    case merged
    /// Closed without being merged.
    case closed
    /// The finish of the first successful production deployment that contains it.
    case deployed
    case incidentOpened = "incident_opened"
    case incidentClosed = "incident_closed"
    /// The finish of the deployment that a failure is attributed to.
    case failedDeployment = "failed_deployment"
    /// The default branch broke.
    case pipelineFailed = "pipeline_failed"
    /// It was mended.
    case pipelineSucceeded = "pipeline_succeeded"
    case pipelineStarted = "pipeline_started"
    case pipelineFinished = "pipeline_finished"
}
