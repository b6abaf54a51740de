import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// A GraphQL list of the project.
    struct NodeList<Node: Decodable & Sendable>: Sendable {
        /// What its checkpoint is called: the same as that of REST's list, so that either goes on where the other
        /// stopped.
        var name: String
        var kind: RecordKind
        /// The nodes touched from one instant on, and before the other if there is one.
        var query:
            @Sendable (_ after: Date?, _ before: Date?, _ first: Int, _ cursor: String?)
                -> GraphQLQuery<PathAnswer<ProjectList<Node>>>
        var rows = 50
        /// The instant it is sorted by; `nil` when it is sorted otherwise, so that only its end says how far it
        /// was read.
        var instant: (@Sendable (Node) -> Int64)?
        /// The list ends before this instant.
        var before: Date?
    }

    /// Reads on where the last run came to, a little earlier, or from the beginning of the plan if that is before
    /// anything read so far.
    func read<Node>(
        _ list: NodeList<Node>, _ graphQL: GraphQLReader,
        merging merge: ([Node], ReadStart) async throws -> Bool
    ) async throws -> Extent {
        var bookmark = try await Bookmark(list.name, of: key, in: state, at: reader.time.now)
        var checkpoint = firstCheckpoint(after: bookmark.checkpoint)
        if let quiet = quiet(list.kind, checkpoint) {
            try await bookmark.save(quiet, at: reader.time.now)
            return Extent(since: quiet.since, until: quiet.watermark)
        }
        try await read(
            list, graphQL, from: start(after: checkpoint), checkpoint: &checkpoint, in: &bookmark,
            merging: merge)
        return Extent(since: checkpoint.since, until: checkpoint.watermark)
    }

    /// Reads a list that only shrinks, once.
    func readOnce<Node>(
        _ list: NodeList<Node>, _ graphQL: GraphQLReader,
        merging merge: ([Node], ReadStart) async throws -> Bool
    ) async throws {
        var bookmark = try await Bookmark(list.name, of: key, in: state, at: reader.time.now)
        var checkpoint =
            bookmark.checkpoint ?? Checkpoint(since: .epoch, watermark: 0, isComplete: false)
        guard !checkpoint.isComplete else { return }
        let start = checkpoint.watermark
        try await read(
            list, graphQL, from: start, checkpoint: &checkpoint, in: &bookmark, merging: merge)
    }

    /// - Parameter merge: merges a page, and says whether all of it could be understood: the checkpoint stays before a
    ///   row that could not, so that the next run asks for it again.
    ///
    /// Window after window, the last one open: what is touched meanwhile leaves its window for the last.
    private func read<Node>(
        _ list: NodeList<Node>, _ graphQL: GraphQLReader, from start: Int64, checkpoint: inout Checkpoint,
        in bookmark: inout Bookmark, merging merge: ([Node], ReadStart) async throws -> Bool
    ) async throws {
        var isWhole = true
        for window in windows(of: list, from: start) {
            var cursor: String?
            var began: ReadStart?
            repeat {
                let answer = try await graphQL.page(startingWith: list.rows) {
                    list.query(window.after, window.before, $0, cursor)
                }
                let page = answer.value
                let first = began ?? answer.began
                began = first
                let isMergedWhole = try await merge(page.nodes, answer.began)
                log.count(page.nodes.count, skipped: page.skipped.count, of: list.kind)
                reader.reporter.countItems(page.nodes.count)
                isWhole = isWhole && page.skipped.isEmpty && isMergedWhole
                cursor = page.next
                let isLast = cursor == nil
                let last = list.instant.flatMap { instant in page.nodes.map(instant).max() }
                let watermark = isLast ? window.end ?? max(last ?? 0, first.earliest) : last
                checkpoint.isComplete = isLast && window.end == nil && isWhole
                if isWhole, let watermark { checkpoint.watermark = max(checkpoint.watermark, watermark) }
                try await bookmark.save(checkpoint, at: reader.time.now)
                advance(list.kind, from: start, to: checkpoint.watermark)
            } while cursor != nil
        }
    }

    private struct Window {
        var after: Date?
        var before: Date?
        /// The end in milliseconds; `nil` for the last window.
        var end: Int64?
    }

    /// Lists sorted by date can be taken up again after each page; the others are cut into months, and can be
    /// taken up after each.
    private func windows<Node>(of list: NodeList<Node>, from start: Int64) -> [Window] {
        guard list.instant == nil, start > 0 else {
            return [Window(after: start > 0 ? Date(milliseconds: start) : nil, before: list.before)]
        }
        return MonthWindow.windows(from: start, to: reader.time.now.milliseconds).map { window in
            Window(
                after: Date(milliseconds: window.start),
                before: window.end.map { Date(milliseconds: $0) } ?? list.before, end: window.end)
        }
    }
}
