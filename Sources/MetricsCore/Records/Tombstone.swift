/// A record the host removed for good (retention, a person's erasure): whatever arrives later for it, or for
/// anything that hangs on it, is not stored.
public struct Tombstone: MetricsRecord {
    public let id: RecordReference
    public let project: ProjectKey
    /// When the host first removed it.
    public var removedAt: Instant

    public init(id: RecordReference, project: ProjectKey, removedAt: Instant) {
        self.id = id
        self.project = project
        self.removedAt = removedAt
    }

    public static var kind: RecordKind { .tombstone }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.tombstones }
    public var reference: RecordReference {
        RecordReference(kind: .tombstone, instance: id.instance, id: "\(id.kind.rawValue)/\(id.id)")
    }

    public func merging(_ other: Self) -> Self {
        Self(id: id, project: project, removedAt: min(removedAt, other.removedAt))
    }

    public var unstamped: Self { Self(id: id, project: project, removedAt: .distantPast) }
}
