import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// GitLab's events since. The list takes whole days only, so it is asked for again from the day before the one a
    /// page ends in, as the instance may count days by another clock than UTC; a day that fills pages is read alone.
    func readEvents() async throws -> Extent {
        var bookmark = try await Bookmark(
            RecordKind.activityEvent.rawValue, of: key, in: state, at: reader.time.now)
        var checkpoint = Checkpoint(since: plan.since, watermark: plan.since.milliseconds, isComplete: false)
        if let last = bookmark.checkpoint, last.since <= plan.since { checkpoint = last }
        var day = checkpoint.watermark / Self.aDay - 1
        var isWhole = true
        while true {
            var batch = try await page(of: day...)
            var next: Int64?
            if !batch.isComplete {
                let last = batch.rows.map(\.createdAt.milliseconds).max() ?? 0
                next = last / Self.aDay - 1
                if last / Self.aDay - 1 <= day {
                    batch = try await all(of: day)
                    next = day + 1
                }
            }
            let context = context(batch.began)
            try await merge(context.records(of: batch.rows) { $0.record(context) })
            log.count(batch.rows.count, skipped: batch.skipped, of: .activityEvent)
            reader.reporter.countItems(batch.rows.count)
            isWhole = isWhole && batch.skipped == 0
            let watermark = next.map { $0 * Self.aDay } ?? batch.began.earliest
            if isWhole { checkpoint.watermark = max(checkpoint.watermark, watermark) }
            checkpoint.isComplete = isWhole && next == nil
            try await bookmark.save(checkpoint, at: reader.time.now)
            guard let next else { break }
            day = next
        }
        return Extent(since: checkpoint.since, until: checkpoint.watermark)
    }

    private typealias Batch = CompleteListing<Event, EventID>.Result

    /// The first page of the events of that day and later ones, oldest first; complete if it is the only page.
    private func page(of days: PartialRangeFrom<Int64>) async throws(GitLabError) -> Batch {
        let answer = try await reader.send(events(since: days.lowerBound))
        return Batch(
            rows: answer.value.elements, began: answer.began, isComplete: answer.value.next == nil,
            skipped: answer.value.skipped.count)
    }

    private func all(of day: Int64) async throws(GitLabError) -> Batch {
        try await CompleteListing(
            first: events(since: day, before: day + 1), id: { (event: Event) in event.id },
            send: reader.pages()
        ).read()
    }

    /// Days are counted from 1970; GitLab leaves out both it is given.
    private func events(since day: Int64, before end: Int64? = nil) -> Request<Page<Event>> {
        .events(
            in: reference, after: Date(milliseconds: (day - 1) * Self.aDay),
            before: end.map { Date(milliseconds: $0 * Self.aDay) }, sort: .ascending,
            perPage: configuration.pageSize)
    }

    /// In milliseconds.
    private static var aDay: Int64 { 86_400_000 }
}
