/// Time somebody booked on a merge request or issue.
public struct TimeLogRecord: Deletable {
    public struct Facts: Codable, Hashable, Sendable {
        public var user: Account?
        /// Negative when time was taken back.
        public var seconds: Int
        /// When the time was spent, as the user says.
        public var spentAt: Instant

        public init(user: Account?, seconds: Int, spentAt: Instant) {
            self.user = user
            self.seconds = seconds
            self.spentAt = spentAt
        }
    }

    public let id: TimeLogKey
    public let project: ProjectKey
    /// The merge request or issue.
    public let subject: RecordReference
    public var facts: Register<Facts>
    public var existence: Register<Existence>?

    public init(id: TimeLogKey, project: ProjectKey, subject: RecordReference, facts: Register<Facts>) {
        self.id = id
        self.project = project
        self.subject = subject
        self.facts = facts
    }

    public static var kind: RecordKind { .timeLog }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.timeLogs }
    public var reference: RecordReference { RecordReference(.timeLog, id) }
    public var parent: RecordReference? { subject }

    /// Should two statements disagree about the subject, which GitLab never changes, the first in order holds.
    public func merging(_ other: Self) -> Self {
        var merged = other.subject < subject ? other : self
        merged.facts = facts.merging(other.facts)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.facts = facts.unstamped
        copy.existence = existence.settled
        return copy
    }
}
