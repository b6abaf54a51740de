import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// A merge request, and what must be read again of what hangs on it.
    struct StaleChildren: Sendable {
        var mergeRequest: MergeRequest
        var kinds: Set<RecordKind>
    }

    /// All of them, with every kind that is kept.
    func allChildren(of rows: [MergeRequest]) -> [StaleChildren] {
        let kinds = childKinds
        return kinds.isEmpty ? [] : rows.map { StaleChildren(mergeRequest: $0, kinds: kinds) }
    }

    private var childKinds: Set<RecordKind> { Set([.note, .approvals, .commit].filter(wants)) }

    /// Those of which any child may have changed since it was read.
    func staleChildren(of rows: [MergeRequest]) async throws(StorageError) -> [StaleChildren] {
        let kinds = childKinds
        guard !kinds.isEmpty else { return [] }
        let references = Set(rows.map { reference(to: $0) })
        let known = try await stored([.note, .approvals, .listing], of: references)
        let comments = Dictionary(
            grouping: known.notes.lazy.filter { !$0.isSystem && known.isLive($0) }, by: \.subject
        ).mapValues(\.count)
        return rows.compactMap { row in
            let subject = reference(to: row)
            var stale = kinds.filter { kind in
                !isSettled(row.updatedAt.milliseconds, read: readBegan(kind, of: row, known))
            }
            // Deleting a comment moves no date.
            if kinds.contains(.note), let count = row.userNotesCount, count != comments[subject, default: 0] {
                stale.insert(.note)
            }
            return stale.isEmpty ? nil : StaleChildren(mergeRequest: row, kinds: stale)
        }
    }

    /// Whether a thing last touched at one instant shows everything that was on it when a read began at the other.
    ///
    /// GitLab moves `updated_at` at most once a minute: what comes soon after a touch leaves it where it was.
    func isSettled(_ updatedAt: Int64, read began: Int64?) -> Bool {
        guard let began else { return false }
        return updatedAt + 120_000 < began
    }

    func reference(to row: MergeRequest) -> RecordReference { .mergeRequest(recordKey(of: row)) }

    func recordKey(of row: MergeRequest) -> MergeRequestKey {
        MergeRequestKey(plan.instance, row.id.rawValue)
    }

    private func readBegan(_ kind: RecordKind, of row: MergeRequest, _ known: ProjectRecords) -> Int64? {
        kind == .approvals
            ? known.approvals[recordKey(of: row)]?.by?.stamp.readBegan
            : known.listing(of: kind, in: reference(to: row))?.began
    }
}
