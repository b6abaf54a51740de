public import Foundation
public import GitLabVocabulary

/// A merge request as GraphQL shows one, with what hangs on it: as much as one answer can carry.
///
/// <https://docs.gitlab.com/api/graphql/reference/#mergerequest>
public struct MergeRequestNode: Decodable, Sendable {
    /// Changed lines and files, in numbers only.
    public struct Size: Decodable, Hashable, Sendable {
        public let additions: Int
        public let deletions: Int
        public let fileCount: Int
    }

    public let id: MergeRequestID
    public let iid: MergeRequestIID
    /// The project it would merge into.
    public let projectID: ProjectID
    public let title: String
    public let description: String?
    public let state: MergeRequestState
    public let isDraft: Bool
    public let createdAt: Date
    public let updatedAt: Date
    public let mergedAt: Date?
    /// Unknown, which is `.none` here and not asked for, on old versions: see `hasClosedAt`.
    public let closedAt: Date?
    /// Whether the instance tells `closedAt`.
    public let hasClosedAt: Bool
    public let sourceBranch: String
    public let targetBranch: String
    /// `nil` when the fork is gone.
    public let sourceProjectID: ProjectID?
    public let webURL: URL?
    public let headSHA: String?
    public let mergeCommitSHA: String?
    public let commitCount: Int?
    /// Seconds.
    public let timeEstimate: Int?
    /// Comments, system notes not counted.
    public let userNotesCount: Int?
    /// `nil` until GitLab has worked the diff out.
    public let size: Size?
    public let author: UserNode?
    public let mergeUser: UserNode?
    public let reviewers: GraphQLConnection<UserNode>
    public let assignees: GraphQLConnection<UserNode>
    public let approvedBy: GraphQLConnection<UserNode>
    /// `nil` in editions without approval rules.
    public let approvalsRequired: Int?
    public let headPipeline: PipelineID?
    public let milestone: MilestoneID?
    public var children: NoteableChildren

    private enum CodingKeys: String, CodingKey {
        case id, iid, title, description, state, createdAt, updatedAt, mergedAt, closedAt, sourceBranch
        case targetBranch, mergeCommitSha, commitCount, timeEstimate, userNotesCount, author, mergeUser
        case reviewers, assignees, approvedBy, approvalsRequired, headPipeline, milestone
        case projectID = "projectId"
        case isDraft = "draft"
        case sourceProjectID = "sourceProjectId"
        case webURL = "webUrl"
        case headSHA = "diffHeadSha"
        case size = "diffStatsSummary"
    }

    private struct Identified<ID: NumericID>: Decodable {
        let id: GlobalID<ID>
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<MergeRequestID> = try fields.required(.id)
        id = global.id
        iid = try fields.required(.iid)
        projectID = try fields.required(.projectID)
        title = try fields.required(.title)
        description = fields.lenient(.description)
        state = try fields.required(.state)
        isDraft = try fields.required(.isDraft)
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        mergedAt = try fields.optional(.mergedAt)
        closedAt = try fields.optional(.closedAt)
        hasClosedAt = fields.contains(.closedAt)
        sourceBranch = try fields.required(.sourceBranch)
        targetBranch = try fields.required(.targetBranch)
        sourceProjectID = try fields.optional(.sourceProjectID)
        webURL = fields.lenient(.webURL)
        headSHA = try fields.optional(.headSHA)
        mergeCommitSHA = try fields.optional(.mergeCommitSha)
        commitCount = fields.integer(.commitCount)
        timeEstimate = fields.integer(.timeEstimate)
        userNotesCount = fields.integer(.userNotesCount)
        size = try fields.optional(.size)
        author = try fields.optional(.author)
        mergeUser = try fields.optional(.mergeUser)
        reviewers = try fields.optional(.reviewers) ?? GraphQLConnection(nodes: [])
        assignees = try fields.optional(.assignees) ?? GraphQLConnection(nodes: [])
        approvedBy = try fields.optional(.approvedBy) ?? GraphQLConnection(nodes: [])
        approvalsRequired = fields.integer(.approvalsRequired)
        let pipeline: Identified<PipelineID>? = try fields.optional(.headPipeline)
        headPipeline = pipeline?.id.id
        let milestone: Identified<MilestoneID>? = try fields.optional(.milestone)
        self.milestone = milestone?.id.id
        children = try NoteableChildren(from: decoder)
    }

    /// The people on it are asked for by the hundred, which is more than GitLab lets be on one.
    static func selection(_ schema: GraphQLSchema) -> String {
        let users = "{ nodes { \(UserNode.selection) } pageInfo { hasNextPage endCursor } }"
        return """
            id iid projectId title description state draft createdAt updatedAt mergedAt \
            \(schema.selection("closedAt", "approvalsRequired", on: "MergeRequest")) \
            sourceBranch targetBranch sourceProjectId webUrl diffHeadSha mergeCommitSha commitCount \
            timeEstimate userNotesCount diffStatsSummary { additions deletions fileCount } \
            author { \(UserNode.selection) } mergeUser { \(UserNode.selection) } \
            reviewers \(users) assignees \(users) approvedBy \(users) \
            headPipeline { id } milestone { id } \
            \(NoteableChildren.selection(ofMergeRequest: schema))
            """
    }
}
