public import Foundation

/// Everything that can go wrong between a call and its typed answer. Never holds a token, a query or a body,
/// only a short excerpt with secrets taken out.
public struct GitLabError: Error, Hashable, Sendable {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// The address is not one of a GitLab instance, before anything was sent.
        public static let invalidURL = Self(rawValue: "invalid_url")
        /// 401: GitLab does not know the token.
        public static let invalidToken = Self(rawValue: "invalid_token")
        /// 401: the token is past its expiry date.
        public static let expiredToken = Self(rawValue: "expired_token")
        /// 401: the token was revoked.
        public static let revokedToken = Self(rawValue: "revoked_token")
        /// 403: the token lacks a scope; `requiredScope` names it.
        public static let insufficientScope = Self(rawValue: "insufficient_scope")
        /// 403: authenticated but not allowed (role, IP or SSO restriction, blocked user).
        public static let forbidden = Self(rawValue: "forbidden")
        /// 404: missing, or hidden from this token.
        public static let notFound = Self(rawValue: "not_found")
        /// 400, 405, 406, 409, 412, 413, 422, 423: GitLab refused the request as it was made.
        public static let rejected = Self(rawValue: "rejected")
        /// 429: too many requests; `retryAt` says until when, if GitLab said so.
        public static let rateLimited = Self(rawValue: "rate_limited")
        /// 5xx: GitLab failed.
        public static let serverFault = Self(rawValue: "server_fault")
        /// The request cannot be sent as it is: a header field with a line end, a GET with a body.
        public static let invalidRequest = Self(rawValue: "invalid_request")
        /// The transport was closed before.
        public static let closed = Self(rawValue: "closed")
        /// The host name does not resolve.
        public static let unreachableDNS = Self(rawValue: "unreachable_dns")
        /// Nothing listens at that address and port.
        public static let unreachableRefused = Self(rawValue: "unreachable_refused")
        /// No trusted TLS connection could be made.
        public static let unreachableTLS = Self(rawValue: "unreachable_tls")
        /// No answer in time.
        public static let timedOut = Self(rawValue: "timed_out")
        /// The connection broke before the answer was complete.
        public static let connectionBroken = Self(rawValue: "connection_broken")
        /// The answer is larger than the transport accepts.
        public static let responseTooLarge = Self(rawValue: "response_too_large")
        /// Something answered that is not GitLab: an HTML page, a proxy, another service.
        public static let notGitLab = Self(rawValue: "not_gitlab")
        /// A redirect or a `next` link leads away from the instance.
        public static let foreignOrigin = Self(rawValue: "foreign_origin")
        /// The link to the next page leads back to the page just read.
        public static let pagingLoop = Self(rawValue: "paging_loop")
        /// The body is not what GitLab documents; `codingPath` and `excerpt` say where.
        public static let decoding = Self(rawValue: "decoding")
        /// A GraphQL query asks for more than the instance works out at once: too complex, too deep, or more than
        /// 30 seconds of work. A smaller page helps.
        public static let queryTooComplex = Self(rawValue: "query_too_complex")
        /// The instance does not understand the GraphQL query: its version or edition lacks what is asked for.
        public static let invalidQuery = Self(rawValue: "invalid_query")
        /// A sealing key is not 32 bytes, or its id is none or taken.
        public static let invalidSealingKey = Self(rawValue: "invalid_sealing_key")
        /// The keyring lacks the key that sealed a secret.
        public static let unknownSealingKey = Self(rawValue: "unknown_sealing_key")
        /// A sealed secret was altered, or belongs to another record or key.
        public static let sealBroken = Self(rawValue: "seal_broken")
        /// A text is not the stored form of a sealed secret.
        public static let invalidSealedSecret = Self(rawValue: "invalid_sealed_secret")
        /// The surrounding task was cancelled.
        public static let cancelled = Self(rawValue: "cancelled")
    }

    public var code: Code
    /// Method and path of the call, without the query.
    public var request: String?
    public var status: Int?
    /// `X-Request-Id` of the answer, for GitLab's logs and support.
    public var requestID: String?
    /// What GitLab or the system said, in one line, secrets taken out.
    public var detail: String?
    /// The scope the token lacks, with `.insufficientScope`.
    public var requiredScope: String?
    /// Until when to wait, with `.rateLimited`.
    public var retryAt: Date?
    /// Where in the JSON decoding failed, with `.decoding`.
    public var codingPath: String?
    /// The beginning of the offending body, at most 200 characters, secrets taken out.
    public var excerpt: String?
    /// What the system reported, if it did.
    public var underlying: UnderlyingError?

    /// Texts lose what looks like a secret on their way in.
    public init(
        _ code: Code, request: String? = nil, status: Int? = nil, requestID: String? = nil,
        detail: String? = nil, requiredScope: String? = nil, retryAt: Date? = nil, codingPath: String? = nil,
        excerpt: String? = nil, underlying: (any Error)? = nil
    ) {
        self.code = code
        self.request = request
        self.status = status
        self.requestID = requestID
        self.detail = detail?.redactingSecrets().oneLine(limit: 300)
        self.requiredScope = requiredScope
        self.retryAt = retryAt
        self.codingPath = codingPath
        self.excerpt = excerpt?.redactingSecrets().oneLine(limit: 200)
        self.underlying = underlying.map(UnderlyingError.init)
    }
}
