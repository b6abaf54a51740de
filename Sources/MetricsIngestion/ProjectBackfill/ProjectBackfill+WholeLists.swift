import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Reads a list to its end, and says of what is held and no longer in it that it is gone: deleting such a thing
    /// leaves no other trace.
    ///
    /// - Parameters:
    ///   - gone: the record that says only which thing it is.
    ///   - merge: makes records of the rows.
    func readWhole<Row: Decodable & Sendable, ID: Hashable & Sendable, Record: Deletable>(
        _ kind: Record.Type, _ first: Request<Page<Row>>, id: @escaping @Sendable (Row) -> ID,
        gone: (Record.ID) -> Record, records: ([Row], ReadContext) -> RecordSet
    ) async throws -> Extent {
        let listing = try await CompleteListing(first: first, id: id, send: reader.pages()).read()
        let context = context(listing.began)
        var records = records(listing.rows, context)
        log.count(listing.rows.count, skipped: listing.skipped, of: Record.kind)
        reader.reporter.countItems(listing.rows.count)
        if listing.isComplete {
            let listed = records[key][keyPath: Record.table]
            for held in try await stored([Record.kind])[keyPath: Record.table] where !held.isGone {
                guard !listed.contains(held.id) else { continue }
                var missing = gone(held.id)
                missing.existence = Register(.gone, stamp: context.stamp)
                records.insert(missing)
            }
        }
        try await merge(records)
        return Extent(since: .distantPast, until: listing.began.earliest)
    }
}
