import Foundation

/// What hooks are still to be told, and what limits and the guard against recursion know of what they were told.
struct Outbox: Sendable {
    private(set) var waiting: [PendingDelivery] = []
    /// Told whenever something is added.
    var news: AsyncStream<Void>.Continuation?
    private var minute: Int64 = 0
    /// Deliveries of this minute by top-level group.
    private var counts: [Int: Int] = [:]
    private var chains = HookChains()

    /// Takes up what the world announced, for each hook that hears it.
    ///
    /// - Parameter cause: the event that made a receiver ask for this, if it says so.
    mutating func collect(
        from world: inout World, under policy: HookPolicy, faults: inout HookFaults,
        causedBy cause: String? = nil
    ) {
        guard !world.announcements.isEmpty else { return }
        let announcements = world.announcements
        world.announcements = []
        if policy.isSilent { return }
        for announcement in announcements {
            let event = cause ?? world.uuid()
            for listener in world.listeners(to: announcement) {
                guard admits(listener.namespace, at: announcement.at, under: policy),
                    cause == nil || chains.admits(listener.hook, to: event)
                else { continue }
                let delivery = PendingDelivery(
                    hook: listener.hook, trigger: listener.trigger, event: listener.event,
                    body: listener.body,
                    eventUUID: event, idempotencyKey: world.uuid(), due: announcement.at)
                waiting += faults.fate(of: delivery)
            }
        }
        news?.yield()
    }

    /// Takes out what is due, oldest first.
    mutating func take(dueBy moment: Instant) -> [PendingDelivery] {
        let due = waiting.filter { $0.due <= moment }
        waiting.removeAll { $0.due <= moment }
        return due.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(
            \.element)
    }

    mutating func takeAll() -> [PendingDelivery] {
        defer { waiting = [] }
        return waiting
    }

    /// Takes back what could not be tried.
    mutating func putBack(_ deliveries: some Sequence<PendingDelivery>) { waiting = deliveries + waiting }

    /// Remembers that a hook heard of an event.
    mutating func note(_ delivery: PendingDelivery, at moment: Instant) {
        chains.append(delivery.hook, to: delivery.eventUUID, at: moment)
    }

    private mutating func admits(_ namespace: Int?, at moment: Instant, under policy: HookPolicy) -> Bool {
        guard let limit = policy.perMinute, let namespace else { return true }
        let current = moment.microseconds / 60_000_000
        if current != minute {
            minute = current
            counts = [:]
        }
        counts[namespace, default: 0] += 1
        return counts[namespace, default: 0] <= limit
    }
}
