public import Foundation
public import GitLabVocabulary

/// A pipeline as its event tells it.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events>
public struct WebhookPipeline: Codable, Hashable, Sendable {
    public let id: PipelineID
    /// Number within the project; missing in old versions.
    public let iid: PipelineIID?
    /// Since GitLab 16.1; `nil` if it has none.
    public let name: String?
    /// Branch or tag; `refs/merge-requests/7/head` for a merge request's.
    public let ref: String?
    public let isTag: Bool?
    public let sha: String
    /// Missing in old versions.
    public let source: PipelineSource?
    public let status: PipelineStatus
    public let createdAt: Date
    /// `nil` while it runs.
    public let finishedAt: Date?
    /// Seconds; `nil` while it runs.
    public let duration: Int?
    /// Seconds.
    public let queuedDuration: Int?
    /// The page a person sees.
    public let url: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case iid
        case name
        case ref
        case isTag = "tag"
        case sha
        case source
        case status
        case createdAt = "created_at"
        case finishedAt = "finished_at"
        case duration
        case queuedDuration = "queued_duration"
        case url
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        iid = fields.lenient(.iid)
        name = fields.text(.name)
        ref = fields.text(.ref)
        isTag = fields.flag(.isTag)
        sha = try fields.required(.sha)
        source = fields.lenient(.source)
        status = try fields.required(.status)
        createdAt = try fields.required(.createdAt)
        finishedAt = fields.lenient(.finishedAt)
        duration = fields.integer(.duration)
        queuedDuration = fields.integer(.queuedDuration)
        url = fields.lenient(.url)
    }
}
