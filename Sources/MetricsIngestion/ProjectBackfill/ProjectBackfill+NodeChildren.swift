import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What hangs on merge requests or issues, as records, with the time logs that were taken back since.
    func records(
        of children: [RecordReference: NoteableChildren], _ context: ReadContext
    ) async throws(StorageError) -> RecordSet {
        // No list of their own tells of time logs: they come where notes do.
        let wanted = plan.kinds.contains(.note) ? plan.kinds.union([.timeLog]) : plan.kinds
        let known =
            wanted.contains(.timeLog)
            ? try await stored([.timeLog], of: Set(children.keys)) : ProjectRecords()
        var records = RecordSet()
        for (subject, children) in children {
            records.merge(children.records(of: subject, wanted, context))
            records.merge(RecordSet(children.goneTimeLogs(of: subject, among: known, context)))
            for count in children.counts where wanted.contains(count.kind) {
                log.count(count.rows, skipped: count.skipped, of: count.kind)
            }
        }
        return records
    }
}
