import GitLabAPI
import Synchronization

/// Answers in process, and remembers what was asked.
final class CannedTransport: Transport {
    private let answer: @Sendable (HTTPRequest) -> HTTPResponse
    private let state = Mutex<[HTTPRequest]>([])

    init(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) { self.answer = answer }

    var requests: [HTTPRequest] { state.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        state.withLock { $0.append(request) }
        return answer(request)
    }
}
