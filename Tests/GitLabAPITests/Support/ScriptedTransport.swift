import Foundation
import GitLabAPI
import Synchronization

/// An instance as a function of the request and of how many came before it; remembers what was sent and when.
final class ScriptedTransport: Transport {
    typealias Script = @Sendable (HTTPRequest, Int) async throws(GitLabError) -> HTTPResponse

    struct Sent: Sendable {
        var request: HTTPRequest
        var date: Date
        var authorization: String? { request.headers["Authorization"] }
    }

    private let script: Script
    private let time: any TimeSource
    private let log = Mutex<[Sent]>([])

    init(time: any TimeSource = .system, _ script: @escaping Script) {
        self.script = script
        self.time = time
    }

    /// Answers in that order; the last answer repeats.
    convenience init(time: any TimeSource = .system, _ outcomes: Result<HTTPResponse, GitLabError>...) {
        self.init(time: time) { (_, index) throws(GitLabError) in
            try outcomes[min(index, outcomes.count - 1)].get()
        }
    }

    var sent: [Sent] { log.withLock { $0 } }
    var requests: [HTTPRequest] { sent.map(\.request) }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let sent = Sent(request: request, date: time.now)
        let index = log.withLock { log in
            log.append(sent)
            return log.count - 1
        }
        guard !Task.isCancelled else { throw GitLabError(.cancelled) }
        return try await script(request, index)
    }
}

extension HTTPResponse {
    static func json(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) -> HTTPResponse {
        var headers = headers
        headers["Content-Type"] = "application/json"
        return HTTPResponse(status: status, headers: headers, body: Data(text.utf8))
    }

    static func plain(_ text: String, status: Int, headers: HTTPHeaders = [:]) -> HTTPResponse {
        var headers = headers
        headers["Content-Type"] = "text/plain"
        return HTTPResponse(status: status, headers: headers, body: Data(text.utf8))
    }

    static func html(_ text: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: ["content-type": "text/html; charset=utf-8"], body: Data(text.utf8))
    }

    static let ok = json(#"{"id":1}"#)
    static let retryLater = plain("Retry later\n", status: 429)
}

extension HTTPRequest {
    static func get(_ path: String = "projects") -> HTTPRequest {
        let root = InstanceURL.example.apiRoot
        return HTTPRequest(url: URL(string: path, relativeTo: root)?.absoluteURL ?? root)
    }

    static func post(_ path: String = "projects") -> HTTPRequest {
        var request = get(path)
        request.method = .post
        request.isRepeatable = false
        return request
    }
}

extension InstanceURL {
    // swift-format-ignore: NeverUseForceTry
    static let example = try! InstanceURL("https://gitlab.example.com")
}

/// Waits without a clock until the condition holds; gives up after very many turns.
func eventually(_ condition: @Sendable () -> Bool) async -> Bool {
    for _ in 0..<100_000 {
        if condition() { return true }
        await Task.yield()
    }
    return condition()
}

/// The code of the error thrown, `nil` if none was.
func code(_ body: () async throws(GitLabError) -> Void) async -> GitLabError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return error.code
    }
}
