import Synchronization

/// Audit entries as a stream, for a reader within the program.
public final class AuditLog: AuditSink {
    /// The entries in the order recorded, for one reader. Holds up to `capacity` until they are read; then the oldest
    /// makes room. Ends after `finish()`.
    public let entries: AsyncStream<AuditEntry>
    private let continuation: AsyncStream<AuditEntry>.Continuation
    private let droppedCount = Atomic(0)

    /// - Parameter capacity: how many entries wait for the reader at most; at least 1.
    public init(capacity: Int = 1000) {
        (entries, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(max(1, capacity)))
    }

    /// How many entries no reader will see: those that made room, and those recorded after the end.
    public var dropped: Int { droppedCount.load(ordering: .relaxed) }

    public func record(_ entry: AuditEntry) {
        switch continuation.yield(entry) {
        case .enqueued: break
        default: droppedCount.add(1, ordering: .relaxed)
        }
    }

    /// Ends the stream behind what it holds.
    public func finish() { continuation.finish() }
}
