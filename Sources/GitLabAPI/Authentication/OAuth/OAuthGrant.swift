import Foundation
import GitLabVocabulary

/// Tokens as they were granted, and what the answer tells of GitLab's clock.
struct OAuthGrant: Sendable {
    let tokens: IssuedTokens
    /// What is to be added to our clock to get GitLab's, in seconds.
    let clockOffset: TimeInterval

    /// No lifetime is believed to be longer: ten years.
    private static let longestLife = 315_360_000.0

    init(_ answer: TokenAnswer, keeping refreshToken: Secret?, date: Date?, now: Date) {
        let created = answer.createdAt ?? date ?? now
        tokens = IssuedTokens(
            access: answer.access, refresh: answer.refresh ?? refreshToken,
            expiresAt: answer.lifetime.map {
                created.addingTimeInterval(min(max(0, $0), Self.longestLife))
            },
            scopes: answer.scopes, createdAt: created)
        clockOffset = (date ?? created).timeIntervalSince(now)
    }
}

/// The body of a successful answer of the token endpoint (RFC 6749, section 5.1).
struct TokenAnswer: Decodable {
    let access: AccessToken
    let refresh: Secret?
    /// In seconds; `nil` for one that does not end.
    let lifetime: Double?
    let scopes: [TokenScope]
    let createdAt: Date?

    private enum CodingKeys: String, CodingKey {
        case access = "access_token"
        case lifetime = "expires_in"
        case refresh = "refresh_token"
        case scope
        case createdAt = "created_at"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        access = AccessToken(try fields.required(.access) as String)
        guard !access.secret.isEmpty else {
            throw DecodingError.dataCorruptedError(
                forKey: .access, in: fields, debugDescription: "the token is empty")
        }
        lifetime = fields.number(.lifetime)
        let refresh: String? = fields.lenient(.refresh)
        self.refresh = refresh.flatMap { $0.isEmpty ? nil : Secret($0) }
        let scope: String? = fields.lenient(.scope)
        scopes = (scope ?? "").split(separator: " ").map { TokenScope(rawValue: String($0)) }
        createdAt = fields.number(.createdAt).map { Date(timeIntervalSince1970: $0) }
    }
}
