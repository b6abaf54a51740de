import Foundation
import GitLabAPI
import WireFormat

/// What came of sending something: an answer, or why there is none.
enum HookOutcome: Sendable {
    case answered(HTTPResponse)
    case failed(String)

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
