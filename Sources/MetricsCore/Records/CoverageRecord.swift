/// What is known of one kind of record in one project: the ground on which a number is complete, partial or
/// absent, kept apart from zero.
public struct CoverageRecord: MetricsRecord {
    public struct ID: Codable, Hashable, Comparable, Sendable {
        public var project: ProjectKey
        public var kind: RecordKind
        public init(project: ProjectKey, kind: RecordKind) {
            self.project = project
            self.kind = kind
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.project, lhs.kind) < (rhs.project, rhs.kind)
        }
    }

    public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        /// Everything from `since` up to `until` is here.
        case complete
        /// The run was cut off: everything from `since` up to `until` is here, later things may be missing.
        case partial
        /// 403: the token may not read it.
        case forbidden
        /// The project has the feature switched off.
        case featureOff
        /// 404 for the project: gone, or hidden from this token.
        case unreachable
        /// The instance's version does not have it.
        case tooOld
    }

    public struct Extent: Codable, Hashable, Sendable {
        public var status: Status
        /// What changed at or after this instant was read.
        public var since: Instant
        /// What changed before this instant was read.
        public var until: Instant
        /// What the way it was read does not tell, of all or of some of it. Sorted.
        public var untold: [UntoldFact]

        public init(status: Status, since: Instant, until: Instant, untold: [UntoldFact] = []) {
            self.status = status
            self.since = since
            self.until = until
            self.untold = untold
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            status = try fields.decode(Status.self, forKey: .status)
            since = try fields.decode(Instant.self, forKey: .since)
            until = try fields.decode(Instant.self, forKey: .until)
            untold = try fields.decodeIfPresent([UntoldFact].self, forKey: .untold) ?? []
        }
    }

    public let id: ID
    public var extent: Register<Extent>

    public init(id: ID, extent: Register<Extent>) {
        self.id = id
        self.extent = extent
    }

    public static var kind: RecordKind { .coverage }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.coverage }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference {
        RecordReference(
            kind: .coverage, instance: project.instance, id: "\(project.id)/\(id.kind.rawValue)")
    }

    public func merging(_ other: Self) -> Self { Self(id: id, extent: extent.merging(other.extent)) }

    /// How far a read came is how a fact was learned, not the fact.
    public var unstamped: Self {
        var copy = self
        copy.extent = extent.unstamped
        copy.extent.value.until = .distantPast
        copy.extent.value.untold = []
        return copy
    }
}
