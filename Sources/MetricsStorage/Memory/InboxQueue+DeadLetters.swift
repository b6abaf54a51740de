import MetricsCore

extension InboxQueue {
    func deadLetter(_ id: InboxEntry.ID) -> DeadLetter? {
        guard let number = numbers[id], let item = items[number], case .dead(let reason, let at) = item.place
        else { return nil }
        return DeadLetter(entry: item.entry, attempts: item.attempts, reason: reason, diedAt: at)
    }

    func deadLetters(after last: InboxEntry.ID?, limit: Int) -> [DeadLetter] {
        dead.filter { id in last.map { $0 < id } ?? true }.sorted().prefix(max(0, limit))
            .compactMap(deadLetter)
    }

    mutating func replay(_ id: InboxEntry.ID) -> Bool {
        guard dead.remove(id) != nil, let number = numbers[id],
            let item = items.removeValue(forKey: number)
        else { return false }
        counts.dead -= 1
        add(Item(entry: item.entry))
        return true
    }

    mutating func discard(_ id: InboxEntry.ID, at now: Instant) -> Bool {
        guard dead.remove(id) != nil, let number = numbers[id] else { return false }
        counts.dead -= 1
        forget(number, at: now)
        return true
    }
}
