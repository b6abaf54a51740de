import Foundation
public import GitLabAPI
import LoopbackServer

/// Carries requests to a `FakeGitLab` in the same process; its faults arrive as the errors a network would give.
public struct FakeGitLabTransport: Transport {
    public let fake: FakeGitLab

    public init(_ fake: FakeGitLab) { self.fake = fake }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        if Task.isCancelled { throw GitLabError(.cancelled, request: request.description) }
        let response = await fake.serve(ServerRequest(request), origin: request.url.origin)
        try await wait(response.latency, of: request)
        switch response.delivery {
        case .complete, .chunked: break
        case .closedBeforeReply:
            throw GitLabError(
                .connectionBroken, request: request.description,
                detail: "the connection was closed without an answer")
        case .cut(let count):
            guard count >= response.body.count else {
                throw GitLabError(
                    .connectionBroken, request: request.description,
                    detail: "the connection was closed within the answer")
            }
        case .slow(let bytes, let pause):
            try await wait(pause * (response.body.count / max(1, bytes)), of: request)
        case .raw:
            throw GitLabError(.notGitLab, request: request.description, detail: "the answer is not HTTP")
        case .silent: try await wait(request.timeout + .seconds(1), of: request)
        }
        return HTTPResponse(
            status: response.status, headers: HTTPHeaders(response.headers.map { ($0.name, $0.value) }),
            body: Data(response.body))
    }

    /// Waits on the world's clock, at most as long as the request allows.
    private func wait(_ duration: Duration, of request: HTTPRequest) async throws(GitLabError) {
        guard duration > .zero else { return }
        do {
            try await fake.time.sleep(for: min(duration, request.timeout))
        } catch {
            throw GitLabError(.cancelled, request: request.description)
        }
        if duration > request.timeout { throw GitLabError(.timedOut, request: request.description) }
    }
}

extension ServerRequest {
    init(_ request: HTTPRequest) {
        let components = URLComponents(url: request.url, resolvingAgainstBaseURL: false)
        let path = components?.percentEncodedPath ?? "/"
        let query = components?.percentEncodedQuery.map { "?\($0)" } ?? ""
        self.init(
            method: request.method.rawValue, target: path + query,
            headers: request.headers.fields.map { ($0.name, $0.value) },
            body: request.body.map { Array($0) } ?? [])
    }
}

extension URL {
    /// Scheme, host and port: `https://gitlab.example.com:8443`.
    var origin: String {
        let port = port.map { ":\($0)" } ?? ""
        return "\(scheme ?? "http")://\(host() ?? "localhost")\(port)"
    }
}
