public import Foundation
import WireFormat

extension World {
    /// Adds a group access token: a bot user, a member of the group with that role.
    ///
    /// - Returns: the bot's id.
    @discardableResult
    public mutating func addGroupToken(
        _ value: String, group: Int, access: AccessLevel = .maintainer, scopes: [String] = ["read_api"],
        expiresAt: Date? = nil
    ) -> Int {
        let suffix = SHA1.hex("group bot \(group) \(sequences.next(.namespace, in: -group))").prefix(16)
        let bot = addUser("group_\(group)_bot_\(suffix)", name: "group-token", isBot: true)
        addMember(bot, toGroup: group, access: access)
        addToken(value, for: bot, name: "group-token", scopes: scopes, expiresAt: expiresAt)
        tokens[value]?.home = .group(group)
        return bot
    }

    /// The id of a token by its value.
    public func tokenID(_ value: String) -> Int? { tokens[value]?.id }

    /// Whether requests with the token are let in now.
    public func isTokenActive(_ value: String) -> Bool {
        tokens[value].map { !$0.isRevoked && !$0.isExpired(at: clock) } ?? false
    }

    /// Puts a new token in the place of one, which is revoked at once, and returns the new one's value.
    ///
    /// - Parameter expiresAt: a day; a week from now by default.
    mutating func rotateToken(_ value: String, expiresAt: String?) -> String? {
        guard let old = tokens[value], !old.isRevoked else { return nil }
        let id = sequences.next(.token)
        let fresh = "glpat-\(SHA1.hex("token \(id)").prefix(20))"
        var token = Token(
            id: id, user: old.user, name: old.name, scopes: old.scopes,
            expiresAt: expiresAt ?? (clock + 7 * 86_400).day, createdAt: clock)
        token.family = old.family ?? old.id
        token.home = old.home
        token.kind = old.kind
        token.permissions = old.permissions
        tokens[value]?.isRevoked = true
        tokens[fresh] = token
        return fresh
    }

    /// Whoever asks for a rotation with a token that was rotated before may have stolen it: all that came of it are
    /// revoked.
    ///
    /// <https://docs.gitlab.com/api/personal_access_tokens/#automatic-reuse-detection>
    mutating func detectReuse(in request: APIRequest) {
        guard request.method == "POST", request.segments.last == "rotate",
            request.segments.contains(where: { $0.hasSuffix("access_tokens") }),
            let value = credential(of: request), let token = tokens[value], token.isRevoked
        else { return }
        revokeFamily(of: token)
    }

    mutating func revokeFamily(of token: Token) {
        let family = token.family ?? token.id
        for (value, other) in tokens where (other.family ?? other.id) == family {
            tokens[value]?.isRevoked = true
        }
    }
}
