import FakeGitLab
import Foundation
import GitLabAPI
import Synchronization

/// An instance as far as credentials differ on it, and what it was asked with which of them.
final class PooledInstance: Transport {
    struct Asked: Hashable, Sendable {
        let token: String
        let target: String
        let status: Int
        let date: Date
    }

    /// What a token gets: `nil` for what everyone gets, 200 or 404.
    typealias Rule = @Sendable (_ token: String, _ request: HTTPRequest, _ number: Int) -> HTTPResponse?

    let time: VirtualTime
    private let rule: Rule
    private let state = Mutex<[Asked]>([])

    init(time: VirtualTime = VirtualTime(), _ rule: @escaping Rule) {
        self.time = time
        self.rule = rule
    }

    var asked: [Asked] { state.withLock { $0 } }
    /// Who was asked for what: `a projects/1`.
    var log: [String] { asked.map { "\($0.token) \($0.target)" } }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let token = request.headers["Authorization"].map { $0.replacing("Bearer token-of-", with: "") } ?? ""
        let target =
            request.url.path(percentEncoded: true).replacing("/api/v4/", with: "")
            + (request.url.query().map { "?\($0)" } ?? "")
        let response = state.withLock { log in
            let response = rule(token, request, log.count) ?? .ok
            log.append(Asked(token: token, target: target, status: response.status, date: time.now))
            return response
        }
        await Task.yield()
        return response
    }

    /// A pool of tokens of these people, in that order, over this instance.
    func pool(
        _ people: String..., wide: Set<String> = [], onSetAside: (@Sendable (SetAside) -> Void)? = nil
    ) -> CredentialPool {
        CredentialPool(
            people.map {
                PooledCredential($0, AccessToken("token-of-\($0)"), seesEverything: wide.contains($0))
            }, onSetAside: onSetAside)
    }

    func transport(_ pool: CredentialPool, perMinute: Int? = nil) -> PooledTransport {
        PooledTransport(
            instance: .example, pool: pool, over: self, rateLimiting: .init(requestsPerMinute: perMinute),
            time: time)
    }
}

extension HTTPResponse {
    static let unauthorized = json(#"{"message":"401 Unauthorized"}"#, status: 401)
    static let revoked = json(
        #"{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}"#,
        status: 401)
    static let expired = json(
        #"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#,
        status: 401)
    static let blocked = json(
        #"{"message":"403 Forbidden - Your account has been blocked."}"#, status: 403)
    static let forbidden = json(#"{"message":"403 Forbidden"}"#, status: 403)
    static let hidden = json(#"{"message":"404 Project Not Found"}"#, status: 404)
    static let missing = json(#"{"message":"404 Not found"}"#, status: 404)
    static let unscoped = json(
        #"{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api read_api"}"#,
        status: 403)
}
