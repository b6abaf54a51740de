import Dispatch
public import Foundation
import Synchronization

/// An HTTP/1.1 server for tests and demos, over Dispatch and sockets alone: no TLS, and by default reachable
/// from this machine only.
///
/// Connections are kept alive and may be pipelined; request bodies may be chunked. The handler decides each
/// answer and, with `ServerResponse.Delivery`, how badly it arrives. What cannot be read as HTTP is answered
/// 400, 413, 431, 501 or 505 and never reaches the handler.
///
///     let server = LoopbackServer { request in ServerResponse(status: 200, body: Array("hello".utf8)) }
///     let url = try server.start()
///     defer { server.stop() }
public final class LoopbackServer: Sendable {
    /// Answers one request; called concurrently for different connections, in order for each.
    public typealias Handler = @Sendable (ServerRequest) async -> ServerResponse

    private struct State {
        var listener: Socket?
        var url: URL?
        var connections: [Int: (socket: Socket, task: Task<Void, Never>)] = [:]
        var acceptedCount = 0
        var tasks: [Task<Void, Never>] = []
    }

    private let configuration: Configuration
    private let handler: Handler
    private let queue = DispatchQueue(label: "LoopbackServer")
    private let state = Mutex(State())

    public init(configuration: Configuration = Configuration(), handler: @escaping Handler) {
        self.configuration = configuration
        self.handler = handler
    }

    deinit { stop() }

    /// Where the server listens, once started.
    public var url: URL? { state.withLock(\.url) }
    /// How many connections are open.
    public var connectionCount: Int { state.withLock(\.connections.count) }
    /// How many connections were ever opened.
    public var acceptedConnectionCount: Int { state.withLock(\.acceptedCount) }

    /// Starts listening; connections are served until `stop()`. A server starts once.
    ///
    /// - Returns: `http://host:port/`, with the port the system chose if none was configured.
    @discardableResult
    public func start() throws(LoopbackServerError) -> URL {
        let configuration = configuration
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let (listener, port) = try Socket.listening(
            host: configuration.host, port: configuration.port, backlog: configuration.maximumConnections,
            queue: queue)
        guard let url = URL(string: "http://\(host):\(port)/") else {
            throw LoopbackServerError(.invalidHost, detail: host)
        }
        let isFirst = state.withLock { state in
            guard state.url == nil else { return false }
            state.url = url
            state.listener = listener
            state.tasks = [
                Task { [weak self] in await Self.acceptConnections(from: listener) { self?.serve($0) } },
                Task { [weak self] in await Self.every(configuration.idleTimeout / 4) { self?.closeIdle() } },
            ]
            return true
        }
        guard isFirst else { throw LoopbackServerError(.alreadyStarted, detail: "a server starts once") }
        return url
    }

    /// Stops listening and closes every connection at once, mid-answer if need be; handlers see their task
    /// cancelled. Stopping twice does nothing.
    public func stop() {
        let (listener, tasks, connections) = state.withLock { state in
            defer {
                state.listener = nil
                state.tasks = []
            }
            return (state.listener, state.tasks, state.connections.values)
        }
        listener?.interrupt()
        for task in tasks { task.cancel() }
        for connection in connections {
            connection.socket.interrupt()
            connection.task.cancel()
        }
    }

    private static func acceptConnections(from listener: Socket, serve: (Socket) -> Void) async {
        while !Task.isCancelled {
            do {
                while let socket = try listener.accept() { serve(socket) }
                try await listener.waitUntilReadable(isPatient: true)
            } catch .interrupted {
                break
            } catch {
                // Out of descriptors: those who wait are served when others have left.
                try? await Task.sleep(for: .milliseconds(10))
            }
        }
        listener.close()
    }

    private func serve(_ socket: Socket) {
        let connection = Connection(socket: socket, configuration: configuration, handler: handler)
        state.withLock { state in
            // Beyond the limit and after `stop()` the socket is let go, which closes it.
            guard state.listener != nil, state.connections.count < configuration.maximumConnections else {
                return
            }
            state.acceptedCount += 1
            let number = state.acceptedCount
            let task = Task { [weak self] in
                await connection.serve()
                self?.forget(number)
            }
            state.connections[number] = (socket, task)
        }
    }

    private func forget(_ number: Int) {
        state.withLock { _ = $0.connections.removeValue(forKey: number) }
    }

    private func closeIdle() {
        let limit = ContinuousClock.now - configuration.idleTimeout
        let sockets = state.withLock { $0.connections.values.map(\.socket) }
        for socket in sockets {
            if let since = socket.waitingSince, since < limit { socket.interrupt() }
        }
    }

    private static func every(_ interval: Duration, action: () -> Void) async {
        while (try? await Task.sleep(for: interval)) != nil { action() }
    }
}
