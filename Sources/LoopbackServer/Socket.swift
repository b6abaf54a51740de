@preconcurrency import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A connected or listening TCP socket that never blocks a thread: reading and writing wait for readiness.
///
/// One task reads, writes and closes it; `interrupt()` may be called from anywhere.
final class Socket: Sendable {
    private struct State {
        var isOpen = true
        var isInterrupted = false
        var source: (any DispatchSourceProtocol)?
        var waitingSince: ContinuousClock.Instant?
    }

    private let descriptor: Int32
    private let queue: DispatchQueue
    private let state = Mutex(State())

    /// Takes over the descriptor.
    init(descriptor: Int32, queue: DispatchQueue) {
        self.descriptor = descriptor
        self.queue = queue
        SystemCalls.prepare(descriptor)
    }

    deinit { close() }

    /// Since when the peer has been keeping us waiting, if it does.
    var waitingSince: ContinuousClock.Instant? { state.withLock { $0.waitingSince } }

    /// A connection that a client opened to this listening socket, or `nil` when none waits.
    ///
    /// - Throws: `SocketFailure` when the system has no more descriptors.
    func accept() throws(SocketFailure) -> Socket? {
        while true {
            let accepted = SystemCalls.acceptConnection(descriptor)
            if accepted >= 0 { return Socket(descriptor: accepted, queue: queue) }
            switch errno {
            case EINTR, ECONNABORTED: continue
            case EAGAIN: return nil
            default: throw .systemCall(errno)
            }
        }
    }

    /// Reads what has arrived into the buffer, waiting for the first byte; 0 at the end of the stream.
    func receive(into buffer: inout [UInt8], isPatient: Bool = false) async throws(SocketFailure) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: try await waitUntilReadable(isPatient: isPatient)
            default: throw .systemCall(errno)
            }
        }
    }

    /// Writes all bytes, waiting while the peer does not take them.
    func send(_ bytes: [UInt8]) async throws(SocketFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { SystemCalls.sendBytes(descriptor, $0[sent...]) }
            if count >= 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                try await wait(for: DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue))
            default: throw .systemCall(errno)
            }
        }
    }

    /// Waits for bytes, the end of the stream or a connection.
    ///
    /// - Parameter isPatient: whether this wait does not count as idling.
    func waitUntilReadable(isPatient: Bool = false) async throws(SocketFailure) {
        try await wait(
            for: DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue), isPatient: isPatient
        )
    }

    private func wait(
        for source: any DispatchSourceProtocol, isPatient: Bool = false
    ) async throws(SocketFailure) {
        let isInterrupted = state.withLock { state in
            state.source = source
            state.waitingSince = isPatient ? nil : .now
            return state.isInterrupted
        }
        if isInterrupted { source.cancel() }
        await withCheckedContinuation { continuation in
            source.setEventHandler { source.cancel() }
            // Only after its cancel handler may the descriptor be closed.
            source.setCancelHandler { continuation.resume() }
            source.resume()
        }
        let isStopped = state.withLock { state in
            state.source = nil
            state.waitingSince = nil
            return state.isInterrupted
        }
        if isStopped { throw .interrupted }
    }

    /// Ends both directions: whoever waits on this socket, now or later, fails at once with `.interrupted`.
    func interrupt() {
        state.withLock { state in
            guard state.isOpen else { return }
            state.isInterrupted = true
            state.source?.cancel()
            _ = shutdown(descriptor, Int32(SHUT_RDWR))
        }
    }

    /// Tells the peer that nothing more will be sent.
    func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    func close() {
        state.withLock {
            guard $0.isOpen else { return }
            $0.isOpen = false
            SystemCalls.closeDescriptor(descriptor)
        }
    }
}
