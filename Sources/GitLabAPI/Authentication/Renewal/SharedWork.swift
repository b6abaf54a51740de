import Synchronization

/// One piece of work at a time, its outcome shared by all who ask while it runs.
///
/// Who is cancelled stops waiting at once; the work and the others go on.
final class SharedWork<Value: Sendable>: Sendable {
    typealias Outcome = Result<Value, GitLabError>

    private struct State {
        var isRunning = false
        var nextTicket = 0
        var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
    }

    private let state = Mutex(State())

    /// The outcome of the work under way, or of this work if there is none.
    func value(of work: @escaping @Sendable () async -> Outcome) async throws(GitLabError) -> Value {
        let ticket = state.withLock { state in
            defer { state.nextTicket += 1 }
            return state.nextTicket
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { join($0, ticket: ticket, work) }
        } onCancel: {
            // Before the waiter has joined there is nothing to remove; `join` sees the cancellation itself.
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(returning: .cancelled)
        }
        return try outcome.get()
    }

    private func join(
        _ waiter: CheckedContinuation<Outcome, Never>, ticket: Int,
        _ work: @escaping @Sendable () async -> Outcome
    ) {
        let (joins, starts) = state.withLock { state in
            guard !Task.isCancelled else { return (false, false) }
            state.waiters[ticket] = waiter
            defer { state.isRunning = true }
            return (true, !state.isRunning)
        }
        if !joins { waiter.resume(returning: .cancelled) }
        if starts { Task { finish(await work()) } }
    }

    private func finish(_ outcome: Outcome) {
        let waiters = state.withLock { state in
            state.isRunning = false
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume(returning: outcome) }
    }
}

extension Result where Failure == GitLabError {
    fileprivate static var cancelled: Self { .failure(GitLabError(.cancelled)) }
}
