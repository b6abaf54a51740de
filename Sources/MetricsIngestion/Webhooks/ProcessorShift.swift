import Synchronization

/// One run of a processor: how many handlers are busy, and when it is to look for work.
final class ProcessorShift: Sendable {
    /// At least one after each call to `wake`; several calls may be told by one.
    let wakeUps: AsyncStream<Void>
    private let alarm: AsyncStream<Void>.Continuation
    private let handlers = Atomic(0)

    /// Begins awake.
    init() {
        (wakeUps, alarm) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wake()
    }

    var busy: Int { handlers.load(ordering: .relaxed) }

    func wake() { alarm.yield() }
    func begin() { handlers.add(1, ordering: .relaxed) }

    func end() {
        handlers.subtract(1, ordering: .relaxed)
        wake()
    }
}
