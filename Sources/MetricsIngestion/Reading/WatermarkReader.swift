import GitLabAPI

/// Reads a list that is sorted by an instant, oldest first, so that nothing is lost while rows move to its end.
///
/// Following pages loses rows: one that is updated meanwhile leaves its place, and the first row of the next page
/// moves up into the page already read. So after each page the *first* page is asked for again, from the last
/// instant seen on. Only where more rows share one instant than a page holds, pages are followed, and that run is
/// read until two passes agree.
///
/// Every row that did not move since the read began is handed on once; one that moved, at least once.
struct WatermarkReader<Row: Sendable>: Sendable {
    /// The list of the rows at or after that instant, in milliseconds since 1970, oldest first.
    let list: @Sendable (Int64) -> Request<Page<Row>>
    /// The instant the list is sorted by, in milliseconds since 1970.
    let instant: @Sendable (Row) -> Int64
    let id: @Sendable (Row) -> Int
    let send: @Sendable (Request<Page<Row>>) async throws(GitLabError) -> Reader.Answer<Page<Row>>

    struct Batch: Sendable {
        /// Rows not handed on before, or changed since.
        var rows: [Row]
        var began: ReadStart
        /// Once these rows are merged, everything dated before this instant was read.
        var watermark: Int64
        /// How many rows of the page could not be understood.
        var skipped: Int
        /// Whether the list ends here.
        var isLast: Bool
    }

    /// Reads from that instant to the end of the list, holding one page at a time.
    func read(from start: Int64, _ take: (Batch) async throws -> Void) async throws {
        var mark = start
        /// The rows at `mark` that were handed on.
        var taken: Set<Int> = []
        while true {
            let answer = try await send(list(mark))
            let page = answer.value
            let last = page.elements.map(instant).max() ?? mark
            if page.next != nil, last <= mark {
                try await readRun(at: mark, beginningWith: answer, taken: &taken, take)
                mark += 1
                taken = []
                continue
            }
            let isLast = page.next == nil
            let batch = Batch(
                rows: page.elements.filter { instant($0) != mark || !taken.contains(id($0)) },
                began: answer.began, watermark: isLast ? max(last, answer.began.earliest) : last,
                skipped: page.skipped.count, isLast: isLast)
            if last > mark {
                mark = last
                taken = Set(page.elements.lazy.filter { instant($0) == last }.map(id))
            }
            try await take(batch)
            if isLast { return }
        }
    }

    /// Reads all rows of one instant. Rows only ever leave it, so passes come to agree.
    private func readRun(
        at mark: Int64, beginningWith first: Reader.Answer<Page<Row>>, taken: inout Set<Int>,
        _ take: (Batch) async throws -> Void
    ) async throws {
        var answer = first
        var before: Set<Int>?
        for _ in 1...Self.passes {
            var now: Set<Int> = []
            while true {
                let page = answer.value
                let rows = page.elements.filter { instant($0) <= mark }
                now.formUnion(rows.map(id))
                try await take(
                    Batch(
                        rows: rows.filter { taken.insert(id($0)).inserted }, began: answer.began,
                        watermark: mark, skipped: page.skipped.count, isLast: false))
                guard let next = page.next, rows.count == page.elements.count else { break }
                answer = try await send(next)
            }
            if now == before { return }
            before = now
            answer = try await send(list(mark))
        }
    }

    private static var passes: Int { 20 }
}
