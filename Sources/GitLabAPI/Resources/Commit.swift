public import Foundation
public import GitLabVocabulary

/// A commit. Its changes are not read, only their number of lines.
///
/// <https://docs.gitlab.com/api/commits/>
public struct Commit: Decodable, Hashable, Sendable {
    /// The SHA.
    public let id: String
    /// The same as `committedAt`.
    public let createdAt: Date?
    /// More than one for a merge; empty in some lists.
    public let parentIDs: [String]
    /// First line of the message.
    public let title: String?
    /// The whole message, title included; missing if GitLab hides it.
    public let message: String?
    /// As the author configured Git; need not be a user.
    public let authorName: String?
    /// As the author configured Git; need not be that of a user.
    public let authorEmail: String?
    /// By the author's clock; survives rebasing.
    public let authoredAt: Date?
    /// As the committer configured Git; `GitLab` for merges made there.
    public let committerName: String?
    /// As the committer configured Git; need not be that of a user.
    public let committerEmail: String?
    /// By the committer's clock; `since` and `until` go by it.
    public let committedAt: Date
    /// Git trailers of the message, as `Signed-off-by`; missing in old versions.
    public let trailers: [String: String]
    /// Missing in old versions.
    public let webURL: URL?
    /// With `withStats`, and when fetched alone.
    public let stats: CommitStats?
    /// Fetched alone only.
    public let projectID: ProjectID?
    /// Fetched alone only; `nil` if there is none.
    public let lastPipeline: Pipeline?

    private enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case parentIDs = "parent_ids"
        case title
        case message
        case authorName = "author_name"
        case authorEmail = "author_email"
        case authoredAt = "authored_date"
        case committerName = "committer_name"
        case committerEmail = "committer_email"
        case committedAt = "committed_date"
        case trailers
        case webURL = "web_url"
        case stats
        case projectID = "project_id"
        case lastPipeline = "last_pipeline"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        createdAt = try fields.optional(.createdAt)
        parentIDs = fields.list(.parentIDs)
        title = fields.lenient(.title)
        message = fields.lenient(.message)
        authorName = fields.lenient(.authorName)
        authorEmail = fields.lenient(.authorEmail)
        authoredAt = try fields.optional(.authoredAt)
        committerName = fields.lenient(.committerName)
        committerEmail = fields.lenient(.committerEmail)
        committedAt = try fields.required(.committedAt)
        trailers = fields.lenient(.trailers) ?? [:]
        webURL = fields.lenient(.webURL)
        stats = fields.lenient(.stats)
        projectID = fields.lenient(.projectID)
        lastPipeline = fields.lenient(.lastPipeline)
    }
}
