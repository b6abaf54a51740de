import Foundation
public import GitLabAPI

/// A receiver of webhooks in the same process: every request goes to a closure, whatever its address.
///
/// ```swift
/// fake.receivers = HookReceiver { request in HTTPResponse(status: 200) }
/// ```
public struct HookReceiver: Transport {
    private let answer: @Sendable (HTTPRequest) async throws(GitLabError) -> HTTPResponse

    /// - Parameter answer: gives the answer, or throws when there is none: `.timedOut`, `.unreachableRefused`, …
    public init(_ answer: @escaping @Sendable (HTTPRequest) async throws(GitLabError) -> HTTPResponse) {
        self.answer = answer
    }

    /// One who takes everything and says 200.
    public static let agreeable = HookReceiver { _ throws(GitLabError) in consent }

    static let consent = HTTPResponse(
        status: 200, headers: ["Content-Type": "application/json; charset=utf-8"],
        body: Data(#"{"success":true}"#.utf8))

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        try await answer(request)
    }
}
