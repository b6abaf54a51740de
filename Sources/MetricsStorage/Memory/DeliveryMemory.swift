import MetricsCore

/// The deliveries an inbox has let go, for a bounded time and number.
struct DeliveryMemory: Sendable {
    private var known: Set<InboxEntry.ID> = []
    private var line = Line<(id: InboxEntry.ID, until: Instant)>()

    func contains(_ id: InboxEntry.ID) -> Bool { known.contains(id) }

    mutating func remember(_ id: InboxEntry.ID, within limits: InboxLimits, at now: Instant) {
        line.append((id, now.advanced(bySeconds: limits.memory)))
        known.insert(id)
        while known.count > limits.remembered { forgetFirst() }
    }

    mutating func forget(before now: Instant) {
        while let first = line.first, first.until <= now { forgetFirst() }
    }

    private mutating func forgetFirst() {
        if let first = line.popFirst() { known.remove(first.id) }
    }
}
