/// Facts about one thing that some metric reads.
///
/// Records merge by laws (Documentation/Merging.md): commutative, associative, idempotent, so that duplicate,
/// late, reordered and overlapping facts converge to one state.
public protocol MetricsRecord: Codable, Hashable, Sendable, Identifiable
where ID: Codable & Comparable & Sendable {
    static var kind: RecordKind { get }

    /// Where records of this kind stand in a project's records.
    static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { get }

    /// The project the record belongs to.
    var project: ProjectKey { get }

    /// Points to this record.
    var reference: RecordReference { get }

    /// What this record hangs on, when it means nothing without it; the same in every statement with this `id`.
    var parent: RecordReference? { get }

    /// Both statements about the same thing as one. `other` has the same `id`.
    func merging(_ other: Self) -> Self

    /// The record without how its facts were learned, for comparing contents.
    var unstamped: Self { get }
}

extension MetricsRecord {
    public var parent: RecordReference? { nil }
}
