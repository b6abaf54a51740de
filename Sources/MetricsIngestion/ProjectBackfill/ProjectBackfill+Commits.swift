import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// The commits of the default branch made since, with their numbers of changed lines.
    ///
    /// A merge brings in commits that were made long before, so dates do not tell what is new; the head of the
    /// branch does: it names all that is behind it.
    func readCommits() async throws -> Extent {
        var bookmark = try await Bookmark(
            RecordKind.commit.rawValue, of: key, in: state, at: reader.time.now)
        var checkpoint = Checkpoint(
            since: plan.since, watermark: plan.since.milliseconds, isComplete: false)
        if let last = bookmark.checkpoint, last.since <= plan.since { checkpoint = last }
        let since = checkpoint.since
        if checkpoint.isComplete, let pulse, let head = pulse.counts.head, try await isRead(head) {
            checkpoint.watermark = pulse.began.earliest
            try await bookmark.save(checkpoint, at: reader.time.now)
            return Extent(since: since, until: checkpoint.watermark)
        }
        guard let first = try await firstPage(since: since) else {
            return Extent(since: since, until: began.earliest)
        }
        if let head = first.value.elements.first {
            let isKnown = try await isRead(head.id)
            if !(isKnown && checkpoint.isComplete) {
                checkpoint.isComplete = false
                try await bookmark.save(checkpoint, at: reader.time.now)
                let isWhole = try await readAll(behind: head, since: since, first)
                guard isWhole else { return Extent(since: since, until: checkpoint.watermark) }
            }
        }
        checkpoint.watermark = first.began.earliest
        checkpoint.isComplete = true
        try await bookmark.save(checkpoint, at: reader.time.now)
        return Extent(since: since, until: checkpoint.watermark)
    }

    /// The newest commits; `nil` for an empty repository.
    private func firstPage(since: Instant) async throws(GitLabError) -> Reader.Answer<Page<Commit>>? {
        do {
            return try await reader.send(request(since: since))
        } catch {
            guard error.code == .notFound, project.isRepositoryEmpty == true else { throw error }
            return nil
        }
    }

    private func isRead(_ head: String) async throws(StorageError) -> Bool {
        let commit = CommitKey(key, head)
        return try await stored([.commit], of: [.commit(commit)]).commits[commit]?.lines != nil
    }

    /// Pages behind one SHA do not move, whatever is pushed meanwhile. A long history is read month by month.
    ///
    /// - Returns: whether every row could be understood.
    private func readAll(
        behind head: Commit, since: Instant, _ first: Reader.Answer<Page<Commit>>
    ) async throws -> Bool {
        try await merge(first)
        guard first.value.next != nil else { return first.value.skipped.isEmpty }
        let list = "\(RecordKind.commit.rawValue).\(head.id)"
        var bookmark = try await Bookmark(list, of: key, in: state, at: reader.time.now)
        let read = bookmark.checkpoint.flatMap { $0.since <= since ? $0.watermark : nil } ?? .min
        let now = reader.time.now.milliseconds
        for window in MonthWindow.windows(from: since.milliseconds, to: now)
        where window.end ?? .max > read {
            guard try await readWindow(window, behind: head.id) else { return false }
            guard let end = window.end else { continue }
            try await bookmark.save(
                Checkpoint(since: since, watermark: end, isComplete: false), at: reader.time.now)
        }
        return true
    }

    private func readWindow(_ window: MonthWindow, behind head: String) async throws -> Bool {
        var isWhole = true
        var next: Request<Page<Commit>>? = .commits(
            in: reference, refName: head, since: Date(milliseconds: window.start),
            until: window.end.map { Date(milliseconds: $0) }, withStats: true, perPage: configuration.pageSize
        )
        while let request = next {
            let answer = try await reader.send(request)
            try await merge(answer)
            isWhole = isWhole && answer.value.skipped.isEmpty
            next = answer.value.next
        }
        return isWhole
    }

    private func merge(_ answer: Reader.Answer<Page<Commit>>) async throws(StorageError) {
        let rows = answer.value.elements
        log.count(rows.count, skipped: answer.value.skipped.count, of: .commit)
        reader.reporter.countItems(rows.count)
        try await merge(RecordSet(rows.map { $0.record(context(answer.began)) }))
    }

    private func request(since: Instant) -> Request<Page<Commit>> {
        .commits(in: reference, since: since.date, withStats: true, perPage: configuration.pageSize)
    }
}
