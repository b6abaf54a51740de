/// A commit: when it was authored and committed, by whom, and how many lines it changed. Never its content.
public struct CommitRecord: MetricsRecord {
    /// What every source states. It never changes.
    public struct Facts: Codable, Hashable, Sendable {
        public var title: String
        public var authorName: String?
        public var authorEmail: String?
        public var authoredAt: Instant
        public var reverts: Revert?
        /// The SHA of the commit that the message says it was picked from, on whatever branch that is.
        public var cherryPicked: String?
        /// What its message names beyond its title. Sorted; none in what was kept before tickets were.
        public var tickets: [TicketMention]

        public init(
            title: String, authorName: String?, authorEmail: String?, authoredAt: Instant,
            reverts: Revert? = nil, cherryPicked: String? = nil, tickets: [TicketMention] = []
        ) {
            self.title = title
            self.authorName = authorName
            self.authorEmail = authorEmail
            self.authoredAt = authoredAt
            self.reverts = reverts
            self.cherryPicked = cherryPicked
            self.tickets = tickets
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            title = try fields.decode(String.self, forKey: .title)
            authorName = try fields.decodeIfPresent(String.self, forKey: .authorName)
            authorEmail = try fields.decodeIfPresent(String.self, forKey: .authorEmail)
            authoredAt = try fields.decode(Instant.self, forKey: .authoredAt)
            reverts = try fields.decodeIfPresent(Revert.self, forKey: .reverts)
            cherryPicked = try fields.decodeIfPresent(String.self, forKey: .cherryPicked)
            tickets = try fields.decodeIfPresent([TicketMention].self, forKey: .tickets) ?? []
        }
    }

    /// Changed lines.
    public struct Lines: Codable, Hashable, Sendable {
        public var added: Int
        public var removed: Int
        public init(added: Int, removed: Int) {
            self.added = added
            self.removed = removed
        }
    }

    public let id: CommitKey
    public var facts: Register<Facts>
    public var committedAt: Register<Instant>?
    /// SHAs; two or more make a merge commit. Unknown from lists that leave them out, as those of a merge
    /// request's commits do.
    public var parents: Register<[String]>?
    /// Only lists asked with statistics tell.
    public var lines: Register<Lines>?

    public init(
        id: CommitKey, facts: Register<Facts>, committedAt: Register<Instant>? = nil,
        parents: Register<[String]>? = nil, lines: Register<Lines>? = nil
    ) {
        self.id = id
        self.facts = facts
        self.committedAt = committedAt
        self.parents = parents
        self.lines = lines
    }

    public static var kind: RecordKind { .commit }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.commits }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .commit(id) }

    public func merging(_ other: Self) -> Self {
        Self(
            id: id, facts: facts.merging(other.facts), committedAt: committedAt.merging(other.committedAt),
            parents: parents.merging(other.parents), lines: lines.merging(other.lines))
    }

    public var unstamped: Self {
        Self(
            id: id, facts: facts.unstamped, committedAt: committedAt.unstamped(),
            parents: parents.unstamped(), lines: lines.unstamped())
    }
}
