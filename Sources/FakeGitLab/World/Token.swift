import WireFormat

/// An access token: whose it is, what it may do, and until when.
struct Token: Sendable {
    let id: Int
    let user: Int
    let name: String
    let scopes: [String]
    /// A date, `2026-12-31`; the token stops at 00:00 UTC of it.
    var expiresAt: String?
    var isRevoked = false
    let createdAt: Instant
    var lastUsedAt: Instant?
    /// The id of the first token of the line that rotation makes; `nil` for that one itself.
    var family: Int?
    /// The project or group a bot's token belongs to; `nil` for a person's.
    var home: Home?
    /// What a token of the authorization server was granted to; `nil` for all others.
    var grant: OAuthGrant?
    /// The moment it ends, where that is no day's beginning.
    var validUntil: Instant?

    /// What a fine-grained token may, as `read_merge_request`; `nil` for those with scopes.
    var permissions: Set<String>?

    var kind = Kind.access

    enum Kind: Hashable, Sendable {
        /// Of a person, a bot or an application.
        case access
        case impersonation
        case job
        case deploy
    }

    enum Home: Hashable, Sendable {
        case project(Int)
        case group(Int)
    }

    func isExpired(at now: Instant) -> Bool {
        if let validUntil { return validUntil <= now }
        return expiresAt.map { $0 <= now.day } ?? false
    }

    func allows(_ scope: String) -> Bool {
        if scopes.contains("api") || scopes.contains(scope) { return true }
        return scope == "read_user" && scopes.contains("read_api")
    }

    func object(now: Instant) -> JSONValue {
        [
            "id": .int(id), "name": .string(name), "revoked": .bool(isRevoked),
            "created_at": .moment(createdAt),
            "description": nil, "scopes": .array(scopes.map { .string($0) }), "user_id": .int(user),
            "last_used_at": .moment(lastUsedAt), "active": .bool(!isRevoked && !isExpired(at: now)),
            "expires_at": .text(expiresAt), "granular": .bool(permissions != nil),
        ]
    }
}
