import MetricsCore
import MetricsStorage

/// What an inbox holds and may do, by plain search through all its entries in the order of their arrival.
struct InboxModel {
    private enum Place: Equatable {
        /// From the instant on, if there is one: the end of a delay.
        case waiting(from: Instant?)
        case claimed(until: Instant)
        case dead
    }

    private struct Item {
        var entry: InboxEntry
        var place = Place.waiting(from: nil)
        var attempts = 0
        var token: InboxClaim.Token?

        func isClaimed(at now: Instant) -> Bool {
            if case .claimed(let until) = place { now < until } else { false }
        }

        func isDelayed(at now: Instant) -> Bool {
            if case .waiting(let from?) = place { now < from } else { false }
        }
    }

    private var items: [Item] = []
    private var known: Set<InboxEntry.ID> = []

    var dead: [InboxEntry.ID] { items.filter { $0.place == .dead }.map(\.entry.id).sorted() }

    mutating func enqueue(_ entry: InboxEntry) -> Bool {
        guard known.insert(entry.id).inserted else { return false }
        items.append(Item(entry: entry))
        return true
    }

    func claimable(perProject: Int, at now: Instant) -> [InboxEntry.ID] {
        items.indices.filter { mayClaim($0, perProject: perProject, at: now) }.map { items[$0].entry.id }
    }

    private func mayClaim(_ index: Int, perProject: Int, at now: Instant) -> Bool {
        let item = items[index]
        guard item.place != .dead, !item.isClaimed(at: now), !item.isDelayed(at: now) else { return false }
        let lane = items.indices.filter { items[$0].entry.project == item.entry.project }
        let isFirst =
            item.entry.subject == nil
            || !lane.contains {
                $0 < index && items[$0].entry.subject == item.entry.subject && items[$0].place != .dead
            }
        return isFirst && lane.count { items[$0].isClaimed(at: now) } < perProject
    }

    /// Which attempt it is; `nil` when it was not to be handed out.
    mutating func claim(_ claim: InboxClaim, perProject: Int, at now: Instant) -> Int? {
        guard let index = items.firstIndex(where: { $0.entry == claim.entry }),
            mayClaim(index, perProject: perProject, at: now)
        else { return nil }
        items[index].attempts += 1
        items[index].token = claim.token
        items[index].place = .claimed(until: claim.leaseEnd)
        return items[index].attempts
    }

    private func index(of claim: InboxClaim) -> Int? { items.firstIndex { $0.token == claim.token } }

    func isGood(_ claim: InboxClaim) -> Bool { index(of: claim) != nil }

    private mutating func end(_ claim: InboxClaim, _ body: (inout Item) -> Void) {
        guard let index = index(of: claim) else { return }
        items[index].token = nil
        body(&items[index])
    }

    mutating func acknowledge(_ claim: InboxClaim) { items.removeAll { $0.token == claim.token } }
    mutating func delay(_ claim: InboxClaim, until: Instant) {
        end(claim) { $0.place = .waiting(from: until) }
    }
    mutating func bury(_ claim: InboxClaim) { end(claim) { $0.place = .dead } }

    mutating func release(_ claim: InboxClaim) {
        end(claim) {
            $0.place = .waiting(from: nil)
            $0.attempts -= 1
        }
    }

    mutating func replay(_ id: InboxEntry.ID) {
        guard let index = items.firstIndex(where: { $0.entry.id == id }) else { return }
        items.append(Item(entry: items.remove(at: index).entry))
    }

    mutating func discard(_ id: InboxEntry.ID) { items.removeAll { $0.entry.id == id } }

    func counts(at now: Instant) -> InboxCounts {
        var counts = InboxCounts()
        for item in items {
            if item.place == .dead {
                counts.dead += 1
            } else if item.isClaimed(at: now) {
                counts.claimed += 1
            } else if item.isDelayed(at: now) {
                counts.delayed += 1
            } else {
                counts.waiting += 1
            }
        }
        return counts
    }

    func nextDue(after now: Instant) -> Instant? {
        items.compactMap { item in
            switch item.place {
            case .waiting(let from): from
            case .claimed(let until): until
            case .dead: nil
            }
        }.filter { now < $0 }.min()
    }
}
