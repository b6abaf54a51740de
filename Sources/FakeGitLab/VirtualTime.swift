public import Foundation
public import GitLabAPI
import Synchronization

/// Time that passes only when the code under test waits, or when the test says so.
public final class VirtualTime: TimeSource {
    public enum Mode: Sendable {
        /// A sleeper moves the clock to the end of its wait and goes on: nothing ever really waits.
        case automatic
        /// Sleepers wait until `advance(by:)` carries the clock past the end of their wait.
        case manual
    }

    private struct Sleeper {
        var id: Int
        var wakeUp: Duration
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct Watcher {
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        /// Time passed since `start`; whole attoseconds, so that no rounding adds up.
        var elapsed: Duration = .zero
        var slept: [Duration] = []
        var nextID = 0
        var sleepers: [Sleeper] = []
        var watchers: [Watcher] = []
    }

    public let start: Date
    public let mode: Mode
    private let state = Mutex(State())

    /// - Parameter start: by default 2026-01-01 00:00 UTC.
    public init(_ start: Date = Date(timeIntervalSince1970: 1_767_225_600), mode: Mode = .automatic) {
        self.start = start
        self.mode = mode
    }

    public var now: Date { start.addingTimeInterval(elapsed / .seconds(1)) }

    /// Time passed since `start`.
    public var elapsed: Duration { state.withLock { $0.elapsed } }

    /// Every wait asked for, in the order asked, those cancelled on the way included.
    public var slept: [Duration] { state.withLock { $0.slept } }

    /// How many tasks wait now.
    public var sleeping: Int { state.withLock { $0.sleepers.count } }

    public func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        switch mode {
        case .automatic:
            state.withLock {
                $0.slept.append(duration)
                $0.elapsed += max(duration, .zero)
            }
            await Task.yield()
            try Task.checkCancellation()
        case .manual:
            let id = state.withLock { state in
                state.nextID += 1
                return state.nextID
            }
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { fallAsleep(id: id, for: duration, $0) }
            } onCancel: {
                cancel(id)
            }
        }
    }

    /// Carries the clock forward and wakes, in order, everyone whose wait has ended.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.elapsed += duration
            let woken = state.sleepers.filter { $0.wakeUp <= state.elapsed }
            state.sleepers.removeAll { $0.wakeUp <= state.elapsed }
            return woken
        }
        for sleeper in woken.sorted(by: { ($0.wakeUp, $0.id) < ($1.wakeUp, $1.id) }) {
            sleeper.continuation.resume()
        }
    }

    /// Carries the clock to the end of the shortest wait; `false` when nobody waits.
    @discardableResult
    public func advanceToNextWakeUp() -> Bool {
        let wait = state.withLock { state in
            state.sleepers.map(\.wakeUp).min().map { $0 - state.elapsed }
        }
        guard let wait else { return false }
        advance(by: wait)
        return true
    }

    /// Returns once that many tasks wait. Only with `.manual`.
    public func untilSleeping(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isMet = state.withLock { state in
                if state.sleepers.count >= count { return true }
                state.watchers.append(Watcher(count: count, continuation: continuation))
                return false
            }
            if isMet { continuation.resume() }
        }
    }
}

extension VirtualTime {
    private func fallAsleep(
        id: Int, for duration: Duration, _ continuation: CheckedContinuation<Void, any Error>
    ) {
        // Looked at under the lock that `cancel` takes, so that a cancellation is seen by one of the two.
        let (outcome, watchers) = state.withLock { state -> (Result<Void, any Error>?, [Watcher]) in
            state.slept.append(duration)
            if Task.isCancelled { return (.failure(CancellationError()), []) }
            if duration <= .zero { return (.success(()), []) }
            let wakeUp = state.elapsed + duration
            state.sleepers.append(Sleeper(id: id, wakeUp: wakeUp, continuation: continuation))
            let met = state.watchers.filter { $0.count <= state.sleepers.count }
            state.watchers.removeAll { $0.count <= state.sleepers.count }
            return (nil, met)
        }
        if let outcome { continuation.resume(with: outcome) }
        for watcher in watchers { watcher.continuation.resume() }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else { return nil }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
