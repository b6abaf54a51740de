public import Foundation
public import GitLabVocabulary

/// A job as its pipeline's event tells it.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events>
public struct WebhookBuild: Codable, Hashable, Sendable {
    public let id: JobID
    public let stage: String?
    public let name: String
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
    /// `nil` unless failed.
    public let failureReason: String?
    /// Whether somebody must start it.
    public let isManual: Bool?
    public let isAllowedToFail: Bool?
    public let user: WebhookUser?
    /// `nil` if it acts on none.
    public let environment: WebhookEnvironment?

    private enum CodingKeys: String, CodingKey {
        case id
        case stage
        case name
        case status
        case createdAt = "created_at"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case duration
        case queuedDuration = "queued_duration"
        case failureReason = "failure_reason"
        case isManual = "manual"
        case isAllowedToFail = "allow_failure"
        case user
        case environment
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        stage = fields.text(.stage)
        name = try fields.required(.name)
        status = try fields.required(.status)
        createdAt = fields.lenient(.createdAt)
        startedAt = fields.lenient(.startedAt)
        finishedAt = fields.lenient(.finishedAt)
        duration = fields.number(.duration)
        queuedDuration = fields.number(.queuedDuration)
        failureReason = fields.text(.failureReason)
        isManual = fields.flag(.isManual)
        isAllowedToFail = fields.flag(.isAllowedToFail)
        user = fields.lenient(.user)
        environment = fields.lenient(.environment)
    }
}
