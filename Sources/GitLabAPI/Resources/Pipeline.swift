public import Foundation
public import GitLabVocabulary

/// A pipeline, as lists show it and, fetched alone, with its times.
///
/// <https://docs.gitlab.com/api/pipelines/>
public struct Pipeline: Decodable, Hashable, Sendable {
    public let id: PipelineID
    /// Number within the project; missing in old versions.
    public let iid: PipelineIID?
    /// Missing in old versions.
    public let projectID: ProjectID?
    /// The commit it runs on; in merged-results pipelines one that GitLab made. `nil` in broken pipelines of old.
    public let sha: String?
    /// Branch or tag, or `refs/merge-requests/7/head`.
    public let ref: String?
    public let status: PipelineStatus
    /// Missing in old versions.
    public let source: PipelineSource?
    public let createdAt: Date
    /// Moves with the status; `nil` in pipelines of old.
    public let updatedAt: Date?
    /// The page a person sees; missing in embedded objects of old versions.
    public let webURL: URL?
    /// `nil` unless the configuration names pipelines.
    public let name: String?
    /// Fetched alone only.
    public let beforeSHA: String?
    /// Whether `ref` is a tag. Fetched alone only.
    public let isTag: Bool?
    /// Who started it. Fetched alone only.
    public let user: User?
    /// Fetched alone only; `nil` until a job runs.
    public let startedAt: Date?
    /// Fetched alone only; `nil` until finished.
    public let finishedAt: Date?
    /// Seconds of running, waiting between jobs not counted. Fetched alone only; `nil` until finished.
    public let duration: Double?
    /// Seconds until it began to run. Fetched alone only.
    public let queuedDuration: Double?
    /// Percent of lines covered by tests; GitLab sends it as a text. Fetched alone only.
    public let coverage: Double?
    /// Whether its configuration was refused, so that nothing ran; the message, which quotes it, is not read.
    /// Fetched alone only.
    public let hasInvalidConfiguration: Bool
    /// Too old to be retried. Fetched alone only; missing in old versions.
    public let isArchived: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case projectID = "project_id"
        case sha
        case ref
        case status
        case source
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case webURL = "web_url"
        case name
        case beforeSHA = "before_sha"
        case isTag = "tag"
        case user
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case duration
        case queuedDuration = "queued_duration"
        case coverage
        case yamlErrors = "yaml_errors"
        case isArchived = "archived"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = fields.lenient(.iid)
        projectID = try fields.optional(.projectID)
        sha = try fields.optional(.sha)
        ref = fields.lenient(.ref)
        status = try fields.required(.status)
        source = fields.lenient(.source)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.optional(.updatedAt)
        webURL = fields.lenient(.webURL)
        name = fields.lenient(.name)
        beforeSHA = fields.lenient(.beforeSHA)
        isTag = fields.optionalFlag(.isTag)
        user = fields.lenient(.user)
        startedAt = try fields.optional(.startedAt)
        finishedAt = try fields.optional(.finishedAt)
        duration = fields.number(.duration)
        queuedDuration = fields.number(.queuedDuration)
        coverage = fields.number(.coverage)
        hasInvalidConfiguration = fields.text(.yamlErrors).map { !$0.isEmpty } ?? false
        isArchived = fields.optionalFlag(.isArchived)
    }
}
