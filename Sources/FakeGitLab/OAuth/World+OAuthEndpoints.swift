import WireFormat

extension World {
    /// What the authorization server says to a request; `nil` where it has no such page.
    mutating func answer(_ request: OAuthRequest) -> Answer? {
        var answer: Answer
        do throws(Rejection) {
            switch (request.method, request.path) {
            case ("GET", "authorize"): answer = authorizationPage(request)
            case ("POST", "token"): answer = try grantToken(request)
            case ("POST", "authorize_device"): answer = try authorizeDevice(request)
            case ("GET", "token/info"): answer = try tokenInfo(request)
            case ("POST", "revoke"): answer = try revoke(request)
            default: return nil
            }
        } catch {
            answer = Answer(error)
        }
        answer.route = "oauth/\(request.path)"
        return answer
    }

    private func tokenInfo(_ request: OAuthRequest) throws(Rejection) -> Answer {
        guard let value = request.bearer, let token = tokens[value], let grant = token.grant,
            let end = token.validUntil, !token.isRevoked, clock < end
        else { throw .invalidTokenInfo }
        return Answer([
            "resource_owner_id": .int(token.user), "scope": .array(token.scopes.map { .string($0) }),
            "expires_in": .int(Int(end - clock)), "application": ["uid": .string(grant.application)],
            "created_at": .int(Int(token.createdAt.microseconds / 1_000_000)),
        ])
    }

    /// An access token goes with its refresh token, whichever of the two is named.
    private mutating func revoke(_ request: OAuthRequest) throws(Rejection) -> Answer {
        guard let application = try? application(of: request) else { throw .unauthorizedClient }
        guard let named = request["token"] else { return Answer([:]) }
        let value = oauth.refreshTokens[named] ?? named
        guard let grant = tokens[value]?.grant else { return Answer([:]) }
        guard grant.application == application.uid else { throw .unauthorizedClient }
        tokens[value]?.isRevoked = true
        return Answer([:])
    }
}
