public import Foundation
public import GitLabVocabulary

/// A job's status changed. Jobs that start other pipelines send none.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#job-events>
public struct JobEvent: Codable, Hashable, Sendable {
    /// Branch or tag.
    public let ref: String?
    public let isTag: Bool?
    public let sha: String?
    /// How often it was run before; missing in old versions.
    public let retriesCount: Int?
    public let id: JobID
    public let name: String
    public let stage: String?
    public let status: PipelineStatus
    public let createdAt: Date?
    /// `nil` until it starts.
    public let startedAt: Date?
    /// `nil` while it runs.
    public let finishedAt: Date?
    /// Seconds.
    public let duration: Double?
    /// Seconds.
    public let queuedDuration: Double?
    public let isAllowedToFail: Bool?
    /// `unknown_failure` also for jobs that did not fail.
    public let failureReason: String?
    public let pipelineID: PipelineID
    public let projectID: ProjectID?
    /// Who started it.
    public let user: WebhookUser?
    /// Missing in old versions.
    public let project: WebhookProject?
    /// `nil` if it acts on none.
    public let environment: WebhookEnvironment?
    /// What started its pipeline; downstream pipelines only.
    public let source: WebhookSourcePipeline?

    private enum CodingKeys: String, CodingKey {
        case ref
        case isTag = "tag"
        case sha
        case retriesCount = "retries_count"
        case id = "build_id"
        case name = "build_name"
        case stage = "build_stage"
        case status = "build_status"
        case createdAt = "build_created_at"
        case startedAt = "build_started_at"
        case finishedAt = "build_finished_at"
        case duration = "build_duration"
        case queuedDuration = "build_queued_duration"
        case isAllowedToFail = "build_allow_failure"
        case failureReason = "build_failure_reason"
        case pipelineID = "pipeline_id"
        case projectID = "project_id"
        case user
        case project
        case environment
        case source = "source_pipeline"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        ref = fields.text(.ref)
        isTag = fields.flag(.isTag)
        sha = fields.text(.sha)
        retriesCount = fields.integer(.retriesCount)
        id = try fields.required(.id)
        name = try fields.required(.name)
        stage = fields.text(.stage)
        status = try fields.required(.status)
        createdAt = fields.lenient(.createdAt)
        startedAt = fields.lenient(.startedAt)
        finishedAt = fields.lenient(.finishedAt)
        duration = fields.number(.duration)
        queuedDuration = fields.number(.queuedDuration)
        isAllowedToFail = fields.flag(.isAllowedToFail)
        failureReason = fields.text(.failureReason)
        pipelineID = try fields.required(.pipelineID)
        projectID = fields.lenient(.projectID)
        user = fields.lenient(.user)
        project = fields.lenient(.project)
        environment = fields.lenient(.environment)
        source = fields.lenient(.source)
    }

    /// The job's end, else its start, else its creation.
    public var happenedAt: Date? { finishedAt ?? startedAt ?? createdAt }
}

extension JobEvent: EventPayload {
    var projectPath: String? { project?.path }
    var subject: String? { "job/\(id)" }
    var actor: WebhookUser? { user }
}
