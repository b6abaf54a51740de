/// What the loopback server shall answer, and how badly it shall behave while doing so.
public struct ServerResponse: Sendable {
    /// How the answer goes over the wire.
    public enum Delivery: Sendable, Equatable {
        /// As HTTP asks: `Content-Length` and the whole body.
        case complete
        /// `Transfer-Encoding: chunked` in pieces of that many bytes.
        case chunked(size: Int)
        /// The connection is closed before anything is sent.
        case closedBeforeReply
        /// The head announces the whole body, and the connection is closed after that many bytes of it.
        case cut(afterBytes: Int)
        /// Pieces of that many bytes, with that pause after each.
        case slow(bytes: Int, pause: Duration)
        /// These bytes in place of an HTTP answer, then the connection is closed; status, headers and body are
        /// not sent.
        case raw([UInt8])
        /// Head and body are accepted but nothing is ever sent; the connection stays open until the client leaves.
        case silent
    }

    public var status: Int
    /// Without `Content-Length` and `Transfer-Encoding`: the server sends its own. `Connection: close` closes the
    /// connection after the answer; `Date` is added when missing.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    public var delivery: Delivery
    /// How long to wait before the first byte.
    public var latency: Duration

    public init(
        status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        delivery: Delivery = .complete, latency: Duration = .zero
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delivery = delivery
        self.latency = latency
    }
}
