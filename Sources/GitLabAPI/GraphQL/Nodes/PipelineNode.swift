public import Foundation
public import GitLabVocabulary

/// A pipeline as GraphQL shows one: other than in REST's lists, with when it ran.
///
/// <https://docs.gitlab.com/api/graphql/reference/#pipeline>
public struct PipelineNode: Decodable, Hashable, Sendable {
    public let id: PipelineID
    public let iid: PipelineIID?
    public let status: PipelineStatus
    /// Unknown, like `ref`, on old versions: see `hasOrigin`.
    public let source: PipelineSource?
    public let ref: String?
    /// Whether the instance tells `source` and `ref`.
    public let hasOrigin: Bool
    public let sha: String?
    public let createdAt: Date
    public let updatedAt: Date
    public let startedAt: Date?
    public let finishedAt: Date?
    /// Seconds of running.
    public let duration: Int?
    /// Seconds waited for a runner.
    public let queuedDuration: Double?
    public let user: UserNode?
    /// The pipeline that started this one; `nil` also where the instance does not tell, see `hasUpstream`.
    public let upstream: PipelineID?
    public let hasUpstream: Bool

    private enum CodingKeys: String, CodingKey {
        case id, iid, status, source, ref, sha, createdAt, updatedAt, startedAt, finishedAt, duration
        case queuedDuration, user, upstream
    }

    private struct Upstream: Decodable {
        let id: GlobalID<PipelineID>
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<PipelineID> = try fields.required(.id)
        id = global.id
        iid = fields.lenient(.iid)
        let status: String = try fields.required(.status)
        self.status = PipelineStatus(rawValue: status.lowercased())
        source = fields.lenient(.source)
        ref = fields.lenient(.ref)
        hasOrigin = fields.contains(.source) && fields.contains(.ref)
        sha = fields.lenient(.sha)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        startedAt = try fields.optional(.startedAt)
        finishedAt = try fields.optional(.finishedAt)
        duration = fields.integer(.duration)
        queuedDuration = fields.number(.queuedDuration)
        user = try fields.optional(.user)
        let upstream: Upstream? = try fields.optional(.upstream)
        self.upstream = upstream?.id.id
        hasUpstream = fields.contains(.upstream)
    }

    static func selection(_ schema: GraphQLSchema) -> String {
        """
        id iid status sha createdAt updatedAt startedAt finishedAt duration queuedDuration \
        \(schema.selection("source", "ref", on: "Pipeline")) \
        user { \(UserNode.selection) } \(schema.has("upstream", on: "Pipeline") ? "upstream { id }" : "")
        """
    }
}
