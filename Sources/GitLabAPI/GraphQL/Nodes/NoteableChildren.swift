/// What hangs on a merge request or issue as lists of its own; a list longer than its page goes on where it says.
public struct NoteableChildren: Decodable, Sendable {
    /// A label's name.
    public struct LabelNode: Decodable, Hashable, Sendable {
        public let title: String
    }

    /// Oldest first.
    public var notes: GraphQLConnection<NoteNode>
    public var labels: GraphQLConnection<LabelNode>
    /// `nil` when the instance cannot tell them apart.
    public var timelogs: GraphQLConnection<TimelogNode>?
    /// Of a merge request, newest first; `nil` for an issue.
    public var commits: GraphQLConnection<CommitNode>?

    /// Nothing, and nothing to follow.
    public init() {
        notes = GraphQLConnection(nodes: [])
        labels = GraphQLConnection(nodes: [])
    }

    private enum CodingKeys: String, CodingKey { case notes, labels, timelogs, commits }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        notes = try fields.optional(.notes) ?? GraphQLConnection(nodes: [])
        labels = try fields.optional(.labels) ?? GraphQLConnection(nodes: [])
        timelogs = try fields.optional(.timelogs)
        commits = try fields.optional(.commits)
    }

    /// Whether all of it is here.
    public var isWhole: Bool {
        notes.next == nil && labels.next == nil && timelogs?.next == nil && commits?.next == nil
    }

    /// Puts further pages behind these. A list that is not among them had none.
    public mutating func add(_ later: Self) {
        notes.add(later.notes)
        labels.add(later.labels)
        timelogs?.add(later.timelogs ?? GraphQLConnection(nodes: []))
        commits?.add(later.commits ?? GraphQLConnection(nodes: []))
    }
}

extension NoteableChildren {
    /// Pages small enough that fifty merge requests fit into one query.
    static func selection(ofMergeRequest schema: GraphQLSchema) -> String {
        selection(ofIssue: schema) + " " + commits(schema, "first: 100")
    }

    static func selection(ofIssue schema: GraphQLSchema) -> String {
        [notes(schema, "first: 20"), labels("first: 10"), timelogs(schema, "first: 20")]
            .compactMap(\.self).joined(separator: " ")
    }

    /// The further pages of these lists.
    func continuation(_ schema: GraphQLSchema) -> String {
        [
            notes.next.map { Self.notes(schema, Self.page($0)) },
            labels.next.map { Self.labels(Self.page($0)) },
            timelogs?.next.flatMap { Self.timelogs(schema, Self.page($0)) },
            commits?.next.map { Self.commits(schema, Self.page($0)) },
        ].compactMap(\.self).joined(separator: " ")
    }

    private static func notes(_ schema: GraphQLSchema, _ page: String) -> String {
        "notes(\(page)) { nodes { \(NoteNode.selection(schema)) } \(pageInfo) }"
    }

    private static func labels(_ page: String) -> String { "labels(\(page)) { nodes { title } \(pageInfo) }" }

    private static func timelogs(_ schema: GraphQLSchema, _ page: String) -> String? {
        TimelogNode.selection(schema).map { "timelogs(\(page)) { nodes { \($0) } \(pageInfo) }" }
    }

    private static func commits(_ schema: GraphQLSchema, _ page: String) -> String {
        "commits(\(page)) { nodes { \(CommitNode.selection(schema)) } \(pageInfo) }"
    }

    private static func page(_ cursor: String) -> String { "first: 100, after: \(cursor.graphQLLiteral)" }

    private static let pageInfo = "pageInfo { hasNextPage endCursor }"
}

extension GraphQLConnection {
    /// Puts a further page behind this one.
    mutating func add(_ later: Self) {
        nodes += later.nodes
        skipped += later.skipped
        next = later.next
    }
}

extension String {
    /// The text as it stands in a query.
    var graphQLLiteral: String {
        let escaped = unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20: "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
