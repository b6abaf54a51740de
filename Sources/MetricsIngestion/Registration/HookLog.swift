import Foundation
import GitLabAPI
import GitLabVocabulary

/// What a hook's log holds that was not looked at before.
struct HookLog {
    /// From so many failures in a row on, GitLab rests a hook.
    static let failuresUntilRest = 4
    private static let pages = 50

    /// Newest first.
    let entries: [HookEvent]
    /// Whether the log had no more entries than are read of it.
    let isWhole: Bool

    init(entries: [HookEvent], isWhole: Bool = true) {
        self.entries = entries
        self.isWhole = isWhole
    }

    /// Reads back to that entry.
    init(
        of hook: HookID, at owner: HookOwner, after last: HookEventID?, client: GitLabClient
    ) async throws(GitLabError) {
        var entries: [HookEvent] = []
        var pages = 0
        for try await page in client.pages(.hookEvents(ofHook: hook, of: owner)) {
            let fresh = page.elements.filter { event in last.map { event.id > $0 } ?? true }
            entries += fresh
            pages += 1
            if fresh.count < page.elements.count { break }
            if pages == Self.pages, page.next != nil {
                self.init(entries: entries, isWhole: false)
                return
            }
        }
        self.init(entries: entries)
    }

    /// The last attempt at each sending of which none arrived, oldest first, but for those already given up.
    func lost(except settled: Set<String>) -> [HookEvent] {
        let arrived = Set(entries.lazy.filter(\.isDelivered).map(\.sending))
        var seen = arrived.union(settled)
        return entries.filter { seen.insert($0.sending).inserted }.reversed()
    }

    /// How many failed in a row, at the newest end and at most.
    ///
    /// - Parameter before: how many had failed in a row before the oldest entry.
    func failuresInARow(after before: Int) -> (last: Int, most: Int) {
        var (last, most) = (before, before)
        for entry in entries.reversed() {
            last = entry.isDelivered ? 0 : last + 1
            most = max(most, last)
        }
        return (last, most)
    }

    /// When the first that failed was sent; `nil` when that is not told of every one, or none failed.
    var firstFailure: Date? {
        let failed = entries.filter { !$0.isDelivered }
        let moments = failed.compactMap(\.sentAt)
        return moments.count == failed.count ? moments.min() : nil
    }
}

extension HookEvent {
    /// The same for every attempt at the same sending; before 17.4 each attempt is one.
    var sending: String { idempotencyKey ?? "event \(id)" }
}
