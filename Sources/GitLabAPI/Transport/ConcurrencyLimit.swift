import Synchronization

/// A number of slots, handed out in the order in which they were asked for.
final class ConcurrencyLimit: Sendable {
    private typealias Waiter = CheckedContinuation<Result<Void, GitLabError>, Never>

    private struct State {
        var free: Int
        var isClosed = false
        /// Those who wait, by ticket; the next to be served holds `nextTicket` or one after it.
        var waiters: [Int: Waiter] = [:]
        var nextTicket = 0
        var newTicket = 0

        mutating func popFirst() -> Waiter? {
            while nextTicket < newTicket {
                defer { nextTicket += 1 }
                if let waiter = waiters.removeValue(forKey: nextTicket) { return waiter }
            }
            return nil
        }
    }

    private let slots: Int
    private let state: Mutex<State>

    init(_ slots: Int) {
        self.slots = max(1, slots)
        state = Mutex(State(free: self.slots))
    }

    /// How many hold a slot or wait for one.
    var occupancy: Int { state.withLock { slots - $0.free + $0.waiters.count } }

    /// How many wait for a slot.
    var waitingCount: Int { state.withLock(\.waiters.count) }

    /// Waits for a slot, which must be given back with `release()`.
    ///
    /// - Throws: `.cancelled` at once when the surrounding task is cancelled, `.closed` after `close()`; then no
    ///   slot is held.
    func acquire() async throws(GitLabError) {
        let ticket = state.withLock { state in
            defer { state.newTicket += 1 }
            return state.newTicket
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { enqueue($0, ticket: ticket) }
        } onCancel: {
            // Before the waiter is enqueued there is nothing to remove; `enqueue` sees the cancellation itself.
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(returning: .cancelled)
        }
        try result.get()
    }

    private func enqueue(_ waiter: Waiter, ticket: Int) {
        let result: Result<Void, GitLabError>? = state.withLock { state in
            if Task.isCancelled { return .cancelled }
            if state.isClosed { return .closed }
            if state.free > 0 {
                state.free -= 1
                return .success(())
            }
            state.waiters[ticket] = waiter
            // Tickets are drawn before the queue is entered: a later one may have been served meanwhile.
            state.nextTicket = min(state.nextTicket, ticket)
            return nil
        }
        if let result { waiter.resume(returning: result) }
    }

    /// Gives a slot back, to whoever has waited longest.
    func release() {
        let waiter = state.withLock { state in
            let waiter = state.popFirst()
            if waiter == nil { state.free += 1 }
            return waiter
        }
        waiter?.resume(returning: .success(()))
    }

    /// Turns away everyone who waits or comes later; slots held stay held.
    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume(returning: .closed) }
    }
}

extension Result where Success == Void, Failure == GitLabError {
    fileprivate static var cancelled: Self { .failure(GitLabError(.cancelled)) }
    fileprivate static var closed: Self { .failure(GitLabError(.closed)) }
}
