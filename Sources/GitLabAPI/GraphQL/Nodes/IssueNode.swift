public import Foundation
public import GitLabVocabulary

/// An issue or incident as GraphQL shows one, with what hangs on it.
///
/// <https://docs.gitlab.com/api/graphql/reference/#issue>
public struct IssueNode: Decodable, Sendable {
    public let id: IssueID
    public let iid: IssueIID
    public let title: String
    public let description: String?
    public let state: IssueState
    /// In lower case, as in REST; `issue` where GitLab tells none.
    public let type: IssueType
    /// `nil` but for incidents.
    public let severity: IssueSeverity?
    public let createdAt: Date
    public let updatedAt: Date
    public let closedAt: Date?
    /// Midnight UTC of the day.
    public let dueDate: Date?
    /// `nil` when none is set, and in editions without weights: see `hasWeight`.
    public let weight: Int?
    public let hasWeight: Bool
    public let isConfidential: Bool
    /// Seconds.
    public let timeEstimate: Int?
    /// Comments, system notes not counted.
    public let userNotesCount: Int?
    public let webURL: URL?
    public let author: UserNode?
    public let assignees: GraphQLConnection<UserNode>
    public let milestone: MilestoneID?
    /// Where it was moved to, if there.
    public let movedTo: IssueID?
    public var children: NoteableChildren

    private enum CodingKeys: String, CodingKey {
        case id, iid, title, description, state, type, severity, createdAt, updatedAt, closedAt, dueDate
        case weight, timeEstimate, userNotesCount, author, assignees, milestone, movedTo
        case isConfidential = "confidential"
        case webURL = "webUrl"
    }

    private struct Identified<ID: NumericID>: Decodable {
        let id: GlobalID<ID>
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<IssueID> = try fields.required(.id)
        id = global.id
        iid = try fields.required(.iid)
        title = try fields.required(.title)
        description = fields.lenient(.description)
        state = try fields.required(.state)
        type = IssueType(rawValue: fields.text(.type)?.lowercased() ?? "issue")
        severity = fields.text(.severity).map { IssueSeverity(rawValue: $0) }
        createdAt = try fields.required(.createdAt)
        updatedAt = try fields.required(.updatedAt)
        closedAt = try fields.optional(.closedAt)
        dueDate = try fields.optional(.dueDate)
        weight = fields.integer(.weight)
        hasWeight = fields.contains(.weight)
        isConfidential = fields.flag(.isConfidential)
        timeEstimate = fields.integer(.timeEstimate)
        userNotesCount = fields.integer(.userNotesCount)
        webURL = fields.lenient(.webURL)
        author = try fields.optional(.author)
        assignees = try fields.optional(.assignees) ?? GraphQLConnection(nodes: [])
        let milestone: Identified<MilestoneID>? = try fields.optional(.milestone)
        self.milestone = milestone?.id.id
        let movedTo: Identified<IssueID>? = try fields.optional(.movedTo)
        self.movedTo = movedTo?.id.id
        children = try NoteableChildren(from: decoder)
    }

    static func selection(_ schema: GraphQLSchema) -> String {
        """
        id iid title description state type severity createdAt updatedAt closedAt dueDate confidential \
        timeEstimate userNotesCount webUrl \(schema.selection("weight", on: "Issue")) \
        author { \(UserNode.selection) } \
        assignees { nodes { \(UserNode.selection) } pageInfo { hasNextPage endCursor } } \
        milestone { id } movedTo { id } \
        \(NoteableChildren.selection(ofIssue: schema))
        """
    }
}
