import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// A list of the project that is read by watermark.
    struct List<Row: Sendable>: Sendable {
        /// What its checkpoint is called.
        var name: String
        var kind: RecordKind
        /// The rows from that instant on, oldest first.
        var request: @Sendable (Int64) -> Request<Page<Row>>
        var instant: @Sendable (Row) -> Int64
        var id: @Sendable (Row) -> Int
    }

    /// Reads on where the last run came to, a little earlier, or from the beginning of the plan if that is before
    /// anything read so far.
    func read<Row: Decodable>(
        _ list: List<Row>, merging merge: ([Row], ReadStart) async throws -> Void
    ) async throws -> Extent {
        var bookmark = try await Bookmark(list.name, of: key, in: state, at: reader.time.now)
        var checkpoint = firstCheckpoint(after: bookmark.checkpoint)
        if let quiet = quiet(list.kind, checkpoint) {
            try await bookmark.save(quiet, at: reader.time.now)
            return Extent(since: quiet.since, until: quiet.watermark)
        }
        try await read(
            list, from: start(after: checkpoint), checkpoint: &checkpoint, in: &bookmark, merging: merge)
        return Extent(since: checkpoint.since, until: checkpoint.watermark)
    }

    /// The checkpoint of a list that need not be read: nothing has changed since it was.
    func quiet(_ kind: RecordKind, _ checkpoint: Checkpoint) -> Checkpoint? {
        guard let pulse, pulse.isQuiet(kind), checkpoint.isComplete, pulse.since <= start(after: checkpoint)
        else { return nil }
        var checkpoint = checkpoint
        checkpoint.watermark = max(checkpoint.watermark, pulse.began.earliest)
        return checkpoint
    }

    /// The last run's, unless the plan reaches further back.
    func firstCheckpoint(after last: Checkpoint?) -> Checkpoint {
        if let last, last.since <= plan.since { return last }
        return Checkpoint(since: plan.since, watermark: plan.since.milliseconds, isComplete: false)
    }

    /// Where a list is read on, in milliseconds.
    func start(after checkpoint: Checkpoint) -> Int64 {
        max(checkpoint.since.milliseconds, checkpoint.watermark - configuration.overlapMilliseconds)
    }

    /// Reads a list that only shrinks, once: what is open though nothing has changed on it since the plan begins.
    func readOnce<Row: Decodable>(
        _ list: List<Row>, merging merge: ([Row], ReadStart) async throws -> Void
    ) async throws {
        var bookmark = try await Bookmark(list.name, of: key, in: state, at: reader.time.now)
        var checkpoint =
            bookmark.checkpoint ?? Checkpoint(since: .epoch, watermark: 0, isComplete: false)
        guard !checkpoint.isComplete else { return }
        let start = checkpoint.watermark
        try await read(list, from: start, checkpoint: &checkpoint, in: &bookmark, merging: merge)
    }

    /// Each page is merged, then the checkpoint saved. It stays before a row that could not be understood, so that
    /// the next run asks for that row again.
    private func read<Row: Decodable>(
        _ list: List<Row>, from start: Int64, checkpoint: inout Checkpoint, in bookmark: inout Bookmark,
        merging merge: ([Row], ReadStart) async throws -> Void
    ) async throws {
        let watermarks = WatermarkReader<Row>(
            list: list.request, instant: list.instant, id: list.id, send: reader.pages())
        var isWhole = true
        try await watermarks.read(from: start) { batch in
            try await merge(batch.rows, batch.began)
            log.count(batch.rows.count, skipped: batch.skipped, of: list.kind)
            reader.reporter.countItems(batch.rows.count)
            advance(list.kind, from: start, to: batch.watermark)
            isWhole = isWhole && batch.skipped == 0
            checkpoint.isComplete = batch.isLast && isWhole
            if isWhole { checkpoint.watermark = max(checkpoint.watermark, batch.watermark) }
            try await bookmark.save(checkpoint, at: reader.time.now)
        }
    }

    /// How far the list of that kind was read, by this run or one before.
    func reached(_ kind: RecordKind) async throws(StorageError) -> Extent {
        let bookmark = try await Bookmark(kind.rawValue, of: key, in: state, at: reader.time.now)
        guard let checkpoint = bookmark.checkpoint else {
            return Extent(since: plan.since, until: plan.since.milliseconds)
        }
        return Extent(since: checkpoint.since, until: checkpoint.watermark)
    }

    func advance(_ kind: RecordKind, from start: Int64, to watermark: Int64) {
        guard let step = steps.first(where: { $0.kind == kind }) else { return }
        let span = Double(max(1, reader.time.now.milliseconds - start))
        let fraction = min(1, max(0, Double(watermark - start) / span))
        reader.reporter.advance(key, to: (Double(step.index) + fraction) / Double(steps.count))
    }
}

extension Instant {
    /// Before anything GitLab can date.
    static let epoch = Instant(secondsSince1970: 0)
}
