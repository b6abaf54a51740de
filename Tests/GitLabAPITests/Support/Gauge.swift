import Synchronization

/// How many are inside, and how many there were at most.
final class Gauge: Sendable {
    private let state = Mutex((inside: 0, highest: 0))
    var highest: Int { state.withLock(\.highest) }
    func enter() {
        state.withLock { state in
            state.inside += 1
            state.highest = max(state.highest, state.inside)
        }
    }
    func leave() { state.withLock { $0.inside -= 1 } }
}
