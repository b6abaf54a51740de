public import Foundation
import WireFormat

extension GitLabError {
    /// What an answer that is no success means. Never fails, whatever the body holds.
    ///
    /// - Parameter now: turns the spans in `Retry-After` and `RateLimit-Reset` into `retryAt`.
    public init(response: HTTPResponse, request: HTTPRequest, now: Date) {
        let body = ErrorBody(response)
        self.init(
            Self.code(for: response, body, request), request: request.description, status: response.status,
            requestID: response.headers.requestID,
            detail: (300..<400).contains(response.status)
                ? Self.redirectDetail(response, request) : body.detail)
        switch code {
        case .rateLimited:
            retryAt = RateLimitStatus(response.headers, now: now).retryAt
        case .insufficientScope:
            requiredScope = body.scope?.redactingSecrets().oneLine(limit: 100)
        case .notGitLab:
            excerpt = response.excerpt
        default:
            break
        }
    }

    /// What a successful answer means that cannot be JSON: a sign-in page, a proxy's greeting. `nil` when it may be.
    init?(successWithoutJSON response: HTTPResponse, request: HTTPRequest) {
        let type = response.headers["Content-Type"]?.lowercased() ?? ""
        let isForeign =
            response.isHTML || type.contains("xml") || type.hasPrefix("text/") || type.hasPrefix("image/")
        guard isForeign else { return nil }
        self.init(
            .notGitLab, request: request.description, status: response.status,
            requestID: response.headers.requestID,
            detail: ErrorBody(response).detail.map { "the answer is not JSON but \($0)" },
            excerpt: response.excerpt)
    }

    /// The error, with the request it concerns if it did not say.
    func concerning(_ request: HTTPRequest) -> GitLabError {
        var error = self
        error.request = self.request ?? request.description
        return error
    }

    /// A body that is not what the request's answer should be.
    init(decodingFailure error: any Error, request: HTTPRequest, response: HTTPResponse) {
        let failure = JSONFailure(error)
        self.init(
            .decoding, request: request.description, status: response.status,
            requestID: response.headers.requestID,
            detail: response.body.isEmpty ? "the answer is empty" : failure.description,
            codingPath: failure.codingPath, excerpt: response.excerpt)
    }
}

extension GitLabError {
    private static func code(for response: HTTPResponse, _ body: ErrorBody, _ request: HTTPRequest) -> Code {
        switch response.status {
        case 429: .rateLimited
        case 422: body.isTooMuchForGraphQL ? .queryTooComplex : .rejected
        case 503 where body.isTooMuchForGraphQL: .queryTooComplex
        case 407, 511: .notGitLab
        case 500...: .serverFault
        case 300..<400: redirectCode(response, request)
        case 400, 401, 403, 404, 405: body.isHTML ? .notGitLab : refusal(response.status, body)
        default: .rejected
        }
    }

    private static func refusal(_ status: Int, _ body: ErrorBody) -> Code {
        switch status {
        case 401: body.tokenRefusal
        case 403:
            body.word.map { $0.hasPrefix("insufficient_") && $0.hasSuffix("scope") } == true
                ? .insufficientScope : .forbidden
        case 404: .notFound
        default: .rejected
        }
    }

    /// Redirects are followed below this place; one that arrives here could not be.
    private static func redirectCode(_ response: HTTPResponse, _ request: HTTPRequest) -> Code {
        guard let target = response.redirectTarget(from: request), let origin = Origin(target) else {
            return .rejected
        }
        if origin != Origin(request.url) { return .foreignOrigin }
        return target.path().contains("sign_in") ? .notGitLab : .rejected
    }

    private static func redirectDetail(_ response: HTTPResponse, _ request: HTTPRequest) -> String {
        guard let target = response.redirectTarget(from: request), let origin = Origin(target) else {
            return "status \(response.status) where an answer is expected"
        }
        return "redirected to \(origin)\(target.path())"
    }
}

extension ErrorBody {
    fileprivate var isHTML: Bool {
        if case .html = self { true } else { false }
    }

    /// A query that is too complex, or took GitLab more than 30 seconds: sending it again would take as long.
    fileprivate var isTooMuchForGraphQL: Bool {
        guard case .json(let value) = self, value["errors"] != nil else { return false }
        let said = (detail ?? "").lowercased()
        return said.contains("timed out") || said.contains("complex")
    }

    /// Expired, revoked or simply unknown: GitLab tells only in words.
    fileprivate var tokenRefusal: GitLabError.Code {
        let said = (detail ?? "").lowercased()
        if said.contains("expired") { return .expiredToken }
        if said.contains("revoked") { return .revokedToken }
        // GitLab's own DORA metrics say so of a role or licence, with a token that is good.
        if said.contains("permission") { return .forbidden }
        return .invalidToken
    }
}

extension HTTPResponse {
    /// The beginning of the body, at most 200 characters, secrets taken out.
    fileprivate var excerpt: String? {
        let beginning = String(decoding: body.prefix(1_000), as: UTF8.self)
        let text = beginning.redactingAnythingLikeASecret().oneLine(limit: 200)
        return text.isEmpty ? nil : text
    }
}

extension HTTPHeaders {
    /// `X-Request-Id`, under which GitLab's logs know the request.
    var requestID: String? { self["X-Request-Id"]?.oneLine(limit: 100) }
}
