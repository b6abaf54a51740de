import Synchronization

/// Remembers how long it was asked to wait.
final class Slept: Sendable {
    private let state = Mutex<[Duration]>([])
    var durations: [Duration] { state.withLock { $0 } }
    func add(_ duration: Duration) { state.withLock { $0.append(duration) } }
}
