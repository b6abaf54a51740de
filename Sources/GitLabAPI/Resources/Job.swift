public import Foundation
public import GitLabVocabulary

/// A CI job. Neither its log nor its artifacts nor its variables are read.
///
/// <https://docs.gitlab.com/api/jobs/>
public struct Job: Decodable, Hashable, Sendable {
    public let id: JobID
    /// Missing in embedded objects of old versions.
    public let status: PipelineStatus?
    /// Name of the stage; missing in embedded objects of old versions.
    public let stage: String?
    public let name: String
    /// Branch or tag.
    public let ref: String?
    /// Whether `ref` is a tag.
    public let isTag: Bool?
    /// Percent; `nil` if the job reports none.
    public let coverage: Double?
    public let isAllowedToFail: Bool
    /// Missing in embedded objects of old versions.
    public let createdAt: Date?
    /// `nil` until it runs.
    public let startedAt: Date?
    /// `nil` until finished.
    public let finishedAt: Date?
    /// Seconds; `nil` until it runs.
    public let duration: Double?
    /// Seconds waiting for a runner; missing in old versions.
    public let queuedDuration: Double?
    /// Who started it.
    public let user: User?
    /// The commit it ran on.
    public let commit: Commit?
    /// The pipeline it belongs to.
    public let pipeline: Pipeline?
    /// The page a person sees; missing in embedded objects of old versions.
    public let webURL: URL?
    /// Of failed jobs only.
    public let failureReason: FailureReason?
    /// When somebody erased its log and artifacts; `nil` if nobody did.
    public let erasedAt: Date?
    /// Tags it asks runners for.
    public let tags: [String]
    /// What ran it; `nil` until it runs, and when the runner is gone.
    public let runner: Runner?
    /// When its artifacts go away; `nil` if they do not or there are none.
    public let artifactsExpireAt: Date?
    /// Too old to be retried; missing in old versions.
    public let isArchived: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case status
        case stage
        case name
        case ref
        case isTag = "tag"
        case coverage
        case isAllowedToFail = "allow_failure"
        case createdAt = "created_at"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case duration
        case queuedDuration = "queued_duration"
        case user
        case commit
        case pipeline
        case webURL = "web_url"
        case failureReason = "failure_reason"
        case erasedAt = "erased_at"
        case tags = "tag_list"
        case runner
        case artifactsExpireAt = "artifacts_expire_at"
        case isArchived = "archived"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        status = fields.lenient(.status)
        stage = fields.lenient(.stage)
        name = try fields.required(.name)
        ref = fields.lenient(.ref)
        isTag = fields.optionalFlag(.isTag)
        coverage = fields.number(.coverage)
        isAllowedToFail = fields.flag(.isAllowedToFail)
        createdAt = try fields.optional(.createdAt)
        startedAt = try fields.optional(.startedAt)
        finishedAt = try fields.optional(.finishedAt)
        duration = fields.number(.duration)
        queuedDuration = fields.number(.queuedDuration)
        user = fields.lenient(.user)
        commit = fields.lenient(.commit)
        pipeline = fields.lenient(.pipeline)
        webURL = fields.lenient(.webURL)
        failureReason = fields.lenient(.failureReason)
        erasedAt = fields.lenient(.erasedAt)
        tags = fields.list(.tags)
        runner = fields.lenient(.runner)
        artifactsExpireAt = fields.lenient(.artifactsExpireAt)
        isArchived = fields.optionalFlag(.isArchived)
    }
}
