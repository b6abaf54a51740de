public import Foundation

extension LoopbackServer {
    public struct Configuration: Sendable {
        /// The address to listen at: `127.0.0.1` by default, which only this machine reaches; `0.0.0.0` or `::`
        /// for all.
        public var host: String
        /// 0, the default, lets the system choose a free port.
        public var port: Int
        /// How many bytes request line and header fields may have together; 64 KiB by default. More is answered
        /// 431.
        public var maximumHeaderBytes: Int
        /// How many bytes a request's body may have; 16 MiB by default. More is answered 413.
        public var maximumBodyBytes: Int
        /// How many connections may be open at once; 1024 by default. Further ones are closed at once.
        public var maximumConnections: Int
        /// How long a connection may wait for its client before it is closed; 60 seconds by default, found out
        /// up to a quarter later. The time a handler takes does not count.
        public var idleTimeout: Duration
        /// The clock of the `Date` header, for answers that bring none; the system's by default.
        public var now: @Sendable () -> Date
        /// How to wait for latency and for slow deliveries; in real time by default.
        public var sleep: @Sendable (Duration) async throws -> Void

        public init(
            host: String = "127.0.0.1", port: Int = 0, maximumHeaderBytes: Int = 65_536,
            maximumBodyBytes: Int = 16_777_216, maximumConnections: Int = 1024,
            idleTimeout: Duration = .seconds(60), now: @escaping @Sendable () -> Date = { Date() },
            sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
        ) {
            self.host = host
            self.port = port
            self.maximumHeaderBytes = maximumHeaderBytes
            self.maximumBodyBytes = maximumBodyBytes
            self.maximumConnections = maximumConnections
            self.idleTimeout = idleTimeout
            self.now = now
            self.sleep = sleep
        }
    }
}
