import Synchronization

/// Lets tasks through one at a time, in the order they came.
final class Turnstile: Sendable {
    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var isOccupied = false
        var nextID = 0
        var queue: [Waiter] = []
    }

    private let state = Mutex(State())

    /// How many tasks are in it or wait to enter.
    var count: Int { state.withLock { $0.queue.count + ($0.isOccupied ? 1 : 0) } }

    /// Waits for its turn; who enters must `leave`.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled; it then has no turn.
    func enter() async throws {
        try Task.checkCancellation()
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { queueUp(Waiter(id: id, continuation: $0)) }
        } onCancel: {
            giveUp(id)
        }
    }

    /// Hands the turn to the next in the queue.
    func leave() {
        let next = state.withLock { state -> Waiter? in
            state.isOccupied = !state.queue.isEmpty
            return state.queue.isEmpty ? nil : state.queue.removeFirst()
        }
        next?.continuation.resume()
    }

    private func queueUp(_ waiter: Waiter) {
        // Looked at under the lock that `giveUp` takes, so that a cancellation is seen by one of the two.
        let result = state.withLock { state -> Result<Void, any Error>? in
            if Task.isCancelled { return .failure(CancellationError()) }
            if state.isOccupied {
                state.queue.append(waiter)
                return nil
            }
            state.isOccupied = true
            return .success(())
        }
        if let result { waiter.continuation.resume(with: result) }
    }

    private func giveUp(_ id: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.queue.firstIndex(where: { $0.id == id }) else { return nil }
            return state.queue.remove(at: index)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
