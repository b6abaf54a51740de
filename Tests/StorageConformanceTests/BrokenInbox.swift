import Foundation
import MetricsCore
import MetricsStorage

/// An inbox by plain search with one defect and otherwise sound, for trying the requirements on.
actor BrokenInbox: DeliveryInbox {
    enum Place {
        case waiting
        case delayed(until: Instant)
        case claimed(until: Instant)
        case dead(DeadLetter)
    }

    struct Item {
        var entry: InboxEntry
        var place = Place.waiting
        var attempts = 0
        var token: InboxClaim.Token?

        var isDead: Bool { if case .dead = place { true } else { false } }
    }

    let defect: Defect?
    var items: [Item] = []
    var known: Set<InboxEntry.ID> = []
    var served: [ProjectKey?: Int64] = [:]
    var lastToken: Int64 = 0
    private var arrivals = 0

    init(_ defect: Defect? = nil) { self.defect = defect }

    func enqueue(_ entry: InboxEntry, at now: Instant) async -> Bool {
        arrivals += 1
        if defect == .losesSome, arrivals.isMultiple(of: 37) { return true }
        var entry = entry
        if defect == .dropsSubjects { entry.subject = nil }
        let isKnown =
            switch defect {
            case .ignoresInstance: known.contains { $0.delivery == entry.id.delivery }
            case .knowsByContent:
                items.contains { $0.entry.bytes == entry.bytes && $0.entry.kind == entry.kind }
            case .foldsCase:
                known.contains { $0.delivery.lowercased() == entry.id.delivery.lowercased() }
            case .forgetsAtOnce: items.contains { $0.entry.id == entry.id }
            default: known.contains(entry.id)
            }
        if defect == .enqueuesInTwoSteps { await Task.yield() }
        guard !isKnown else {
            if defect == .lastStands, let index = items.firstIndex(where: { $0.entry.id == entry.id }) {
                items[index].entry = entry
            }
            return false
        }
        known.insert(entry.id)
        items.append(Item(entry: entry))
        return true
    }

    func acknowledge(_ claim: InboxClaim, at now: Instant) -> Bool {
        guard let index = index(of: claim, at: now) else { return false }
        if defect != .acknowledgesNothing { items.remove(at: index) }
        return true
    }

    func fail(_ claim: InboxClaim, reason: String, retryAt: Instant?, at now: Instant) -> Bool {
        guard let index = index(of: claim, at: now) else { return false }
        items[index].token = nil
        if let retryAt {
            items[index].place = defect == .retriesAtOnce ? .waiting : .delayed(until: retryAt)
        } else if defect == .dropsDead {
            items.remove(at: index)
        } else {
            let item = items[index]
            items[index].place = .dead(
                DeadLetter(entry: item.entry, attempts: item.attempts, reason: reason, diedAt: now))
        }
        return true
    }

    func release(_ claim: InboxClaim, at now: Instant) -> Bool {
        guard let index = index(of: claim, at: now) else { return false }
        if defect != .countsReleased { items[index].attempts -= 1 }
        items[index].token = nil
        items[index].place = .waiting
        if defect == .releasesToTheEnd { items.append(items.remove(at: index)) }
        return true
    }

    private func index(of claim: InboxClaim, at now: Instant) -> Int? {
        switch defect {
        case .honoursFormerClaims: items.firstIndex { $0.entry.id == claim.entry.id && !$0.isDead }
        case .refusesLateAnswers where claim.leaseEnd <= now: nil
        default: items.firstIndex { $0.token == claim.token }
        }
    }
}
