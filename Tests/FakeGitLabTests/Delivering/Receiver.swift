import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization
import WireFormat

/// Somebody hooks are sent to: keeps what came, and answers by number.
final class Receiver: Sendable {
    private let requests = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (Int) async throws(GitLabError) -> HTTPResponse

    /// - Parameter answer: of the request of that number, from 1.
    init(_ answer: @escaping @Sendable (Int) async throws(GitLabError) -> HTTPResponse) {
        self.answer = answer
    }

    convenience init(status: Int = 200) {
        self.init { _ throws(GitLabError) in HTTPResponse(status: status) }
    }

    /// What came, in the order in which it came.
    var received: [HTTPRequest] { requests.withLock { $0 } }

    /// The values of a header, one for each request.
    func values(_ header: String) -> [String?] { received.map { $0.headers[header] } }

    func bodies() throws -> [JSONValue] { try received.map { try JSONValue(parsing: $0.body ?? Data()) } }

    var transport: HookReceiver {
        HookReceiver { request throws(GitLabError) in
            let number = self.requests.withLock { requests in
                requests.append(request)
                return requests.count
            }
            return try await self.answer(number)
        }
    }
}
