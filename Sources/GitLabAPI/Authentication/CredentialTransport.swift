import Foundation
import GitLabVocabulary

/// Adds the provider's token to requests for the instance, and to no others.
///
/// On a 401 it tells the provider; if that has another token by then, the request is sent once more with it,
/// whatever its method: a refused request was not executed. A token that comes back in a refusal, an error or a
/// short answer to a query is taken out of it. One with a line end or control character inside fails as `.invalidRequest`.
public struct CredentialTransport: Transport {
    private let instance: InstanceURL
    private let credentials: any CredentialProvider
    private let base: any Transport
    private let time: any TimeSource

    public init(
        instance: InstanceURL, credentials: any CredentialProvider, over base: any Transport,
        time: any TimeSource = .system
    ) {
        self.instance = instance
        self.credentials = credentials
        self.base = base
        self.time = time
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        guard instance.contains(request.url), let token = try await credentials.current() else {
            return try await base.send(request)
        }
        let response = try await send(request, with: token)
        guard response.status == 401 else { return response }
        let refusal = GitLabError(response: response, request: request, now: time.now)
        await credentials.invalidate(token, because: refusal)
        guard let replacement = try await credentials.current(), replacement != token else { return response }
        return try await send(request, with: replacement)
    }

    private func send(_ request: HTTPRequest, with token: AccessToken) async throws(GitLabError)
        -> HTTPResponse
    {
        var request = request
        request.headers["Authorization"] = "Bearer \(token.secret.reveal())"
        try request.validate()
        do {
            return try await base.send(request)
                .redacting(token, isAnswerToQuery: request.url == instance.graphQLEndpoint)
        } catch {
            throw error.redacting([token.secret])
        }
    }
}

extension HTTPResponse {
    /// Errors of queries come with status 200; an answer that holds nothing else is short.
    private static let longestRefusal = 65_536

    /// The answer without the token where an error takes its words from. What a success says is the caller's own,
    /// and stays.
    fileprivate func redacting(_ token: AccessToken, isAnswerToQuery: Bool) -> HTTPResponse {
        let text = token.secret.reveal()
        guard token.secret.isLongEnoughToFind else { return self }
        var response = self
        if let id = headers["X-Request-Id"], id.contains(text) { response.headers["X-Request-Id"] = nil }
        let isRefusal =
            !(200..<300).contains(status) || isHTML || isAnswerToQuery && body.count <= Self.longestRefusal
        guard isRefusal else { return response }
        let said = String(decoding: body, as: UTF8.self)
        if said.contains(text) { response.body = Data(said.redacting(token.secret).utf8) }
        return response
    }
}
