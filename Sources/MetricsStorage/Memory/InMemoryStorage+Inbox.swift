public import MetricsCore

extension InMemoryStorage: DeliveryInbox {
    @discardableResult
    public func enqueue(_ entry: InboxEntry, at now: Instant) throws(StorageError) -> Bool {
        try inbox.enqueue(entry, at: now)
    }

    /// Complexity: O(log n) for each entry on average.
    public func claim(upTo limit: Int, perProject: Int, lease: Int64, at now: Instant) -> [InboxClaim] {
        inbox.claim(upTo: limit, perProject: perProject, lease: lease, at: now)
    }

    @discardableResult
    public func acknowledge(_ claim: InboxClaim, at now: Instant) -> Bool {
        inbox.acknowledge(claim, at: now)
    }

    @discardableResult
    public func fail(_ claim: InboxClaim, reason: String, retryAt: Instant?, at now: Instant) -> Bool {
        inbox.fail(claim, reason: reason, retryAt: retryAt, at: now)
    }

    @discardableResult
    public func release(_ claim: InboxClaim, at now: Instant) -> Bool { inbox.release(claim) }

    public func counts(at now: Instant) -> InboxCounts {
        inbox.settle(at: now)
        return inbox.counts
    }

    public func nextDue(after now: Instant) -> Instant? { inbox.nextDue(after: now) }

    /// Complexity: O(n log n) in the number of dead letters.
    public func deadLetters(after last: InboxEntry.ID?, limit: Int) -> [DeadLetter] {
        inbox.deadLetters(after: last, limit: limit)
    }

    public func deadLetter(_ id: InboxEntry.ID) -> DeadLetter? { inbox.deadLetter(id) }

    @discardableResult
    public func replay(_ id: InboxEntry.ID, at now: Instant) -> Bool { inbox.replay(id) }

    @discardableResult
    public func discard(_ id: InboxEntry.ID, at now: Instant) -> Bool { inbox.discard(id, at: now) }
}
