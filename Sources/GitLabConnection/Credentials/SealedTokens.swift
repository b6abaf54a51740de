import Foundation
import GitLabAPI
import GitLabVocabulary

/// What is secret of issued tokens, and what belongs to it, as it is sealed: one JSON object.
struct SealedTokens: Codable {
    var access: String
    var refresh: String?
    var expiresAt: Date?
    var scopes: [String]
    var createdAt: Date?

    init(_ tokens: IssuedTokens) {
        access = tokens.access.secret.reveal()
        refresh = tokens.refresh?.reveal()
        expiresAt = tokens.expiresAt
        scopes = tokens.scopes.map(\.rawValue)
        createdAt = tokens.createdAt
    }

    var tokens: IssuedTokens {
        IssuedTokens(
            access: AccessToken(access), refresh: refresh.map { Secret($0) }, expiresAt: expiresAt,
            scopes: scopes.map { TokenScope(rawValue: $0) }, createdAt: createdAt)
    }
}
