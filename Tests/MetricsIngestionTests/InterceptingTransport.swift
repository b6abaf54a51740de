import Foundation
import GitLabAPI
import Synchronization

/// Counts requests, and may do something else with one of them.
final class InterceptingTransport: Transport {
    private let base: any Transport
    private let log = Mutex<[HTTPRequest]>([])
    private let intercept: @Sendable (_ number: Int, HTTPRequest) async throws(GitLabError) -> HTTPResponse?

    /// - Parameter intercept: told of each request and its number, from 1, before it is sent; answers in the
    ///   server's place, throws, or lets it pass with `nil`.
    init(
        over base: any Transport,
        intercept: @escaping @Sendable (Int, HTTPRequest) async throws(GitLabError) -> HTTPResponse? = {
            (_, _) async throws(GitLabError) in nil
        }
    ) {
        self.base = base
        self.intercept = intercept
    }

    var requests: [HTTPRequest] { log.withLock { $0 } }
    var count: Int { log.withLock { $0.count } }
    /// What was asked for, below `/api/v4/`, without queries.
    var paths: [String] { requests.map { $0.url.path.replacingOccurrences(of: "/api/v4/", with: "") } }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let number = log.withLock { log in
            log.append(request)
            return log.count
        }
        if let response = try await intercept(number, request) { return response }
        return try await base.send(request)
    }
}
