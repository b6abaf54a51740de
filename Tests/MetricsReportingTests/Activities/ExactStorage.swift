import MetricsCore
import MetricsStorage

/// A store that answers every query by the law and with no record more.
actor ExactStorage: RecordStorage {
    private(set) var stored: RecordSet

    init(_ records: RecordSet) { stored = records }

    @discardableResult
    func merge(_ records: RecordSet) -> RecordChanges { stored.merge(records) }
    func records(matching query: RecordQuery) -> RecordSet { stored.matching(query) }
    func projects() -> Set<ProjectKey> { Set(stored.projects.keys) }
    func remove(matching query: RecordQuery, at now: Instant) -> RecordChanges {
        stored.merge(stored.matching(query).tombstones(at: now))
    }
}
