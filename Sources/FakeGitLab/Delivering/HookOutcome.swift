import Foundation
import GitLabAPI
import WireFormat

/// What came of sending something: an answer, or why there is none.
enum HookOutcome: Sendable {
    case answered(HTTPResponse)
    case failed(String)

    /// No answer, in the words of the Ruby libraries that GitLab passes on, unless the error has its own.
    static func failed(_ error: GitLabError, _ url: URL) -> Self {
        let host = "\(url.host() ?? ""):\(url.port ?? (url.scheme == "http" ? 80 : 443))"
        let words =
            switch error.code {
            case .unreachableDNS:
                "Failed to open TCP connection to \(host) (getaddrinfo: Name or service not known)"
            case .unreachableRefused:
                "Failed to open TCP connection to \(host) (Connection refused - connect(2))"
            case .unreachableTLS: "SSL_connect returned=1 errno=0 state=error: certificate verify failed"
            case .timedOut: "Net::ReadTimeout"
            case .connectionBroken: "end of file reached"
            default: error.code.rawValue
            }
        return .failed(error.detail ?? words)
    }

    private static let longestBody = 8 * 1024
    private static let mostHeaders = 50
    private static let longestHeader = 1024

    var status: Int? { if case .answered(let response) = self { response.status } else { nil } }

    /// Whether GitLab counts it as a success.
    var isSuccess: Bool { status.map { (200..<400).contains($0) } ?? false }

    var failure: String? { if case .failed(let reason) = self { reason } else { nil } }

    /// As the log writes it: `200`, `internal error`.
    var loggedStatus: String { status.map(String.init) ?? "internal error" }

    /// At most 8 KB of what the receiver said, or why it said nothing.
    var loggedBody: String {
        switch self {
        case .answered(let response): String(decoding: response.body.prefix(Self.longestBody), as: UTF8.self)
        case .failed(let reason): reason
        }
    }

    var loggedHeaders: JSONValue {
        guard case .answered(let response) = self else { return [:] }
        return .object(
            JSONObject(
                response.headers.fields.prefix(Self.mostHeaders).map {
                    ($0.name, .string(String($0.value.prefix(Self.longestHeader))))
                }))
    }
}
