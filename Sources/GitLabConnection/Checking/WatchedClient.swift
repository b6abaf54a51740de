import Foundation
import GitLabAPI
import GitLabVocabulary
import Synchronization

/// A client that sends each request once, follows no redirect, and remembers the last exchange as evidence.
struct WatchedClient: Sendable {
    private final class Watch: Transport {
        private let base: any Transport
        private let last = Mutex<(request: HTTPRequest, response: HTTPResponse?)?>(nil)

        init(over base: any Transport) { self.base = base }

        func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
            var bare = request
            bare.headers = [:]
            last.withLock { $0 = (bare, nil) }
            let response = try await base.send(request)
            last.withLock { $0 = (bare, response) }
            return response
        }

        var exchange: (request: HTTPRequest, response: HTTPResponse?)? { last.withLock { $0 } }
    }

    let instance: InstanceURL
    /// Whether the token is one of OAuth, which `PRIVATE-TOKEN` does not carry.
    var isOAuth = false
    /// Whether the token has permissions for single resources, a lack of which GitLab may tell by a bare 403.
    var isFineGrained = false
    private let client: GitLabClient
    private let authorized: CredentialTransport
    private let watch: Watch
    private let time: any TimeSource
    private let timeout: Duration

    init(
        instance: InstanceURL, credentials: any CredentialProvider, over base: any Transport,
        timeout: Duration, time: any TimeSource
    ) {
        let watch = Watch(over: base)
        self.instance = instance
        self.watch = watch
        self.time = time
        self.timeout = timeout
        authorized = CredentialTransport(
            instance: instance, credentials: credentials, over: watch, time: time)
        client = GitLabClient(
            instance: instance, transport: authorized, configuration: .init(timeout: timeout), time: time)
    }

    func send<Response: Decodable & Sendable>(
        _ request: Request<Response>
    ) async throws(GitLabError) -> Response {
        try await client.send(request)
    }

    func send<Element: Decodable & Sendable>(
        _ request: Request<Page<Element>>
    ) async throws(GitLabError) -> Page<Element> {
        try await client.send(request)
    }

    func send(_ request: Request<Void>) async throws(GitLabError) { try await client.send(request) }

    func send<Answer>(_ query: GraphQLQuery<Answer>) async throws(GitLabError) -> GraphQLAnswer<Answer> {
        try await client.send(query)
    }

    /// Sends a GET to a place outside the API.
    func get(_ path: String) async throws(GitLabError) -> HTTPResponse {
        let request = HTTPRequest(
            url: instance.url.appending(path: path), headers: ["Accept": "application/json"], timeout: timeout
        )
        let response = try await authorized.send(request)
        guard (200..<300).contains(response.status) else {
            throw GitLabError(response: response, request: request, now: time.now)
        }
        return response
    }
}

extension WatchedClient {
    /// `X-Total` of the last answer: how long the list is, which GitLab leaves out above 10,000.
    var total: Int? { watch.exchange?.response?.headers["X-Total"].flatMap { Int($0) } }

    /// The id of the project to which the last answer redirects, if it does.
    var redirectedProject: ProjectID? {
        guard let exchange = watch.exchange, let response = exchange.response,
            (300..<400).contains(response.status), let location = response.headers["Location"],
            let target = URL(string: location, relativeTo: exchange.request.url)?.absoluteURL,
            instance.hasSameOrigin(as: target)
        else { return nil }
        let segments = target.path().split(separator: "/")
        guard let place = segments.lastIndex(of: "projects"), place + 1 < segments.count else { return nil }
        return Int(segments[place + 1]).map { ProjectID(rawValue: $0) }
    }

    /// What an address shows that has been read before.
    func evidence(at url: URL) -> Finding.Evidence {
        let request = HTTPRequest(url: url)
        return Finding.Evidence(
            request: request.description, status: 200, command: CurlCommand(request, isOAuth: isOAuth).text)
    }

    /// What the failure of the last exchange means for this token.
    func finding(_ error: GitLabError, _ evidence: Finding.Evidence? = nil) -> Finding {
        let evidence = evidence ?? self.evidence(error)
        let finding = Finding(error, evidence: evidence)
        guard isFineGrained, finding.code == .forbidden else { return finding }
        return Finding(
            .permissionMissing, .error,
            "GitLab refuses this to the token, which lacks a permission most likely.",
            evidence: evidence)
    }

    /// The last exchange, as a finding shows it.
    func evidence(_ error: GitLabError? = nil) -> Finding.Evidence {
        let exchange = watch.exchange
        return Finding.Evidence(
            request: exchange?.request.description ?? error?.request,
            status: exchange?.response?.status ?? error?.status,
            requestID: error?.requestID, detail: error?.detail,
            command: exchange.map { CurlCommand($0.request, isOAuth: isOAuth).text })
    }
}
