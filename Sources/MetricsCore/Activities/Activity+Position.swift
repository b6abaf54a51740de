extension Activity {
    /// Names an activity among all of an instance: the record that tells it, and which of the things it tells.
    ///
    /// It stays while the record is the best that tells the act: what a webhook alone has told gets another once
    /// GitLab's own record of it is read.
    public struct ID: Codable, Hashable, Comparable, Sendable {
        public var kind: Kind
        public var record: RecordReference
        public init(kind: Kind, record: RecordReference) {
            self.kind = kind
            self.record = record
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.kind, lhs.record) < (rhs.kind, rhs.record)
        }
    }

    /// Where an activity stands in a feed: a total order, the newest first, then by project, kind and record.
    public struct Position: Codable, Hashable, Comparable, Sendable {
        public var at: Instant
        public var project: ProjectKey
        public var id: ID
        public init(at: Instant, project: ProjectKey, id: ID) {
            self.at = at
            self.project = project
            self.id = id
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            lhs.at == rhs.at ? (lhs.project, lhs.id) < (rhs.project, rhs.id) : lhs.at > rhs.at
        }
    }

    public var position: Position { Position(at: at, project: project, id: id) }
}
