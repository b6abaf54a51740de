import Foundation

/// Turns an answer into the bytes HTTP/1.1 wants (RFC 9112), without sending them.
struct ResponseWriter {
    /// Whether the answer's body goes over the wire; not for HEAD, 204 and 304 (RFC 9112, section 6.3).
    let sendsBody: Bool
    /// Whether the connection stays open afterwards.
    let keepsAlive: Bool
    let head: [UInt8]

    /// - Parameter now: for the `Date` header, if the answer has none.
    init(_ response: ServerResponse, to message: RequestParser.Message, now: Date) {
        let isBodiless = response.status == 204 || response.status == 304 || response.status < 200
        sendsBody = !isBodiless && message.request.method != "HEAD"

        var isChunked = false
        if case .chunked = response.delivery { isChunked = !message.isHTTP10 && !isBodiless }
        let wantsClose = response.headers.contains {
            $0.name.lowercased() == "connection" && $0.value.lowercased() == "close"
        }
        keepsAlive = message.keepsAlive && !wantsClose

        var text = "HTTP/1.1 \(response.status) \(Self.reason(response.status))\r\n"
        for (name, value) in response.headers where !Self.framing.contains(name.lowercased()) {
            text += "\(Self.cleaned(name)): \(Self.cleaned(value))\r\n"
        }
        if !response.headers.contains(where: { $0.name.lowercased() == "date" }) {
            text += "Date: \(HTTPDate(instant: now))\r\n"
        }
        if isChunked {
            text += "Transfer-Encoding: chunked\r\n"
        } else if !isBodiless {
            text += "Content-Length: \(response.body.count)\r\n"
        }
        if !keepsAlive {
            text += "Connection: close\r\n"
        } else if message.isHTTP10 {
            text += "Connection: keep-alive\r\n"
        }
        head = Array((text + "\r\n").utf8)
    }

    /// One chunk of a chunked body; an empty one ends it.
    static func chunk(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var chunk = Array("\(String(bytes.count, radix: 16))\r\n".utf8)
        chunk += bytes
        chunk += [0x0D, 0x0A]
        return chunk
    }

    private static let framing: Set<String> = ["content-length", "transfer-encoding", "connection"]

    /// Without line ends, which would begin another header field.
    private static func cleaned(_ text: String) -> String {
        text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" }
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 })) : text
    }

    private static func reason(_ status: Int) -> String { reasons[status] ?? "Unknown" }

    private static let reasons = [
        100: "Continue", 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content",
        206: "Partial Content",
        301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
        307: "Temporary Redirect",
        308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
        404: "Not Found",
        405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
        412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type",
        422: "Unprocessable Content", 423: "Locked", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
        502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
        505: "HTTP Version Not Supported",
    ]
}
