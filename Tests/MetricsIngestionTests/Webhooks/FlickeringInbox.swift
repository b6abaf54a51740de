import MetricsCore
import MetricsStorage

/// An inbox that, while it is down, hears or tells nothing; what it holds outlives that.
actor FlickeringInbox: DeliveryInbox {
    private let base: any DeliveryInbox
    /// How many more calls it hears.
    private var calls: Int
    /// Whether handing something out takes it down, as a process that is killed hears nothing more.
    private let diesWithFirstClaim: Bool

    /// - Parameter calls: how many it hears before it is down; none by default.
    init(_ base: any DeliveryInbox, failingAfter calls: Int = 0) {
        self.base = base
        self.calls = calls
        diesWithFirstClaim = false
    }

    init(_ base: any DeliveryInbox, dyingWithFirstClaim: Bool) {
        self.base = base
        calls = .max
        diesWithFirstClaim = dyingWithFirstClaim
    }

    func recover() { calls = .max }

    private func up() throws(StorageError) -> any DeliveryInbox {
        guard calls > 0 else { throw StorageError(.unavailable, detail: "down") }
        calls -= 1
        return base
    }

    func enqueue(_ entry: InboxEntry, at now: Instant) async throws(StorageError) -> Bool {
        try await up().enqueue(entry, at: now)
    }

    func claim(
        upTo limit: Int, perProject: Int, lease: Int64, at now: Instant
    ) async throws(StorageError) -> [InboxClaim] {
        let claims = try await up().claim(upTo: limit, perProject: perProject, lease: lease, at: now)
        if diesWithFirstClaim { calls = 0 }
        return claims
    }

    func acknowledge(_ claim: InboxClaim, at now: Instant) async throws(StorageError) -> Bool {
        try await up().acknowledge(claim, at: now)
    }

    func fail(
        _ claim: InboxClaim, reason: String, retryAt: Instant?, at now: Instant
    ) async throws(StorageError) -> Bool {
        try await up().fail(claim, reason: reason, retryAt: retryAt, at: now)
    }

    func release(_ claim: InboxClaim, at now: Instant) async throws(StorageError) -> Bool {
        try await up().release(claim, at: now)
    }

    func counts(at now: Instant) async throws(StorageError) -> InboxCounts {
        try await up().counts(at: now)
    }

    func nextDue(after now: Instant) async throws(StorageError) -> Instant? {
        try await up().nextDue(after: now)
    }

    func deadLetters(after last: InboxEntry.ID?, limit: Int) async throws(StorageError) -> [DeadLetter] {
        try await up().deadLetters(after: last, limit: limit)
    }

    func deadLetter(_ id: InboxEntry.ID) async throws(StorageError) -> DeadLetter? {
        try await up().deadLetter(id)
    }

    func replay(_ id: InboxEntry.ID, at now: Instant) async throws(StorageError) -> Bool {
        try await up().replay(id, at: now)
    }

    func discard(_ id: InboxEntry.ID, at now: Instant) async throws(StorageError) -> Bool {
        try await up().discard(id, at: now)
    }
}
