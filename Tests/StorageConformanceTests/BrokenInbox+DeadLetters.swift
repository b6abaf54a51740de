import MetricsCore
import MetricsStorage

extension BrokenInbox {
    func counts(at now: Instant) -> InboxCounts {
        var counts = InboxCounts()
        for item in items {
            switch item.place {
            case .dead: counts.dead += 1
            case .claimed where defect == .countsOldLeases || isClaimed(item, at: now): counts.claimed += 1
            case .delayed where isDelayed(item, at: now): counts.delayed += 1
            default: counts.waiting += 1
            }
        }
        return counts
    }

    func nextDue(after now: Instant) -> Instant? {
        items.compactMap { item in
            switch item.place {
            case .delayed(let until): until
            case .claimed(let until): defect == .forgetsLeases ? nil : until
            case .waiting, .dead: nil
            }
        }.filter { now < $0 }.min()
    }

    func deadLetters(after last: InboxEntry.ID?, limit: Int) -> [DeadLetter] {
        let letters = items.compactMap { if case .dead(let letter) = $0.place { letter } else { nil } }
        let sorted = defect == .listsUnsorted ? letters : letters.sorted { $0.id < $1.id }
        return Array(sorted.filter { letter in last.map { $0 < letter.id } ?? true }.prefix(limit))
    }

    func deadLetter(_ id: InboxEntry.ID) -> DeadLetter? {
        deadLetters(after: nil, limit: .max).first { $0.id == id }
    }

    func replay(_ id: InboxEntry.ID, at now: Instant) -> Bool {
        guard let index = items.firstIndex(where: { $0.entry.id == id && $0.isDead }) else { return false }
        var item = items.remove(at: index)
        if defect != .keepsAttempts { item.attempts = 0 }
        item.place = .waiting
        if defect == .replaysAtItsPlace {
            items.insert(item, at: index)
        } else {
            items.append(item)
        }
        return true
    }

    func discard(_ id: InboxEntry.ID, at now: Instant) -> Bool {
        let index = items.firstIndex { $0.entry.id == id && (defect == .discardsAnything || $0.isDead) }
        guard let index else { return false }
        items.remove(at: index)
        return true
    }
}
