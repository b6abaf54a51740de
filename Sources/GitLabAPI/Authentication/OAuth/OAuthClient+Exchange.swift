import Foundation
import GitLabVocabulary
import WireFormat

extension OAuthClient {
    typealias Field = (name: String, value: String?)

    /// What errors must not repeat, whatever is asked.
    var secrets: [Secret] { application.secret.map { [$0] } ?? [] }

    func credentials(of application: OAuthApplication) -> [Field] {
        [("client_id", application.clientID), ("client_secret", application.secret?.reveal())]
    }

    /// Asks the token endpoint.
    ///
    /// - Parameter refreshToken: stays good if the answer brings no other (RFC 6749, section 6).
    func grant(
        _ fields: [Field], hiding secrets: [Secret], keeping refreshToken: Secret? = nil
    ) async throws(GitLabError) -> OAuthGrant {
        let request = try post("token", QueryItems(fields + credentials(of: application)))
        let response = try await answer(to: request, hiding: secrets + self.secrets)
        let answer: TokenAnswer = try decode(response, of: request)
        return OAuthGrant(answer, keeping: refreshToken, date: response.headers.date("Date"), now: time.now)
    }

    func post(_ path: String, _ fields: QueryItems) throws(GitLabError) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: try endpoint(path),
            headers: ["Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"],
            body: Data((fields.encoded ?? "").utf8), timeout: timeout)
    }

    func endpoint(_ path: String, _ query: QueryItems = [:]) throws(GitLabError) -> URL {
        let text = "\(instance.url.absoluteString)/oauth/\(path)" + (query.encoded.map { "?\($0)" } ?? "")
        guard let url = URL(string: text) else { throw GitLabError(.invalidURL) }
        return url
    }

    /// A successful answer; everything else is thrown, without the secrets that were sent.
    func answer(to request: HTTPRequest, hiding secrets: [Secret]) async throws(GitLabError) -> HTTPResponse {
        do throws(GitLabError) {
            let response = try await transport.send(request)
            guard (200..<300).contains(response.status) else {
                throw GitLabError(oauthRefusal: response, request: request, now: time.now)
            }
            if let stranger = GitLabError(successWithoutJSON: response, request: request) { throw stranger }
            return response
        } catch {
            throw error.concerning(request).redacting(secrets)
        }
    }

    /// - Throws: `.decoding` without an excerpt: it might hold a token.
    func decode<Value: Decodable>(_ response: HTTPResponse, of request: HTTPRequest) throws(GitLabError)
        -> Value
    {
        do {
            return try JSON.decode(Value.self, from: response.body)
        } catch {
            var failure = GitLabError(decodingFailure: error, request: request, response: response)
            failure.excerpt = nil
            throw failure
        }
    }
}

extension QueryItems {
    /// Those with a value.
    init(_ fields: [(name: String, value: String?)]) {
        self.init()
        for field in fields { append(field.name, field.value) }
    }
}
