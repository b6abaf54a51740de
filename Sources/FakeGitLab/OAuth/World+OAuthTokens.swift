import WireFormat

/// <https://docs.gitlab.com/api/oauth2/>
extension World {
    /// `POST /oauth/token`.
    mutating func grantToken(_ request: OAuthRequest) throws(Rejection) -> Answer {
        let redeem: (inout World, OAuthApplication) throws(Rejection) -> Answer
        switch try request.required("grant_type") {
        case "authorization_code":
            redeem = { (world, application) throws(Rejection) in
                try world.redeemCode(request, for: application)
            }
        case "refresh_token":
            redeem = { (world, application) throws(Rejection) in
                try world.refresh(request, for: application)
            }
        case "urn:ietf:params:oauth:grant-type:device_code":
            redeem = { (world, application) throws(Rejection) in
                try world.redeemDevice(request, for: application)
            }
        default: throw .unsupportedGrantType
        }
        return try redeem(&self, try application(of: request))
    }

    /// The application that sends a request, with its secret if it has to keep one.
    func application(of request: OAuthRequest) throws(Rejection) -> OAuthApplication {
        let (uid, secret) = request.client
        guard let uid, let application = oauth.applications[uid] else { throw .invalidClient }
        let isAuthentic =
            secret.map { $0 == application.secret } ?? !application.isConfidential
        guard isAuthentic else { throw .invalidClient }
        return application
    }

    private mutating func redeemCode(_ request: OAuthRequest, for application: OAuthApplication)
        throws(Rejection) -> Answer
    {
        let value = try request.required("code")
        let uri = try request.required("redirect_uri")
        guard let code = oauth.codes[value], code.application == application.uid else { throw .invalidGrant }
        if code.isUsed {
            revokeTokens(from: value)
            throw .invalidGrant
        }
        guard clock < code.expiresAt, uri == code.redirectURI else { throw .invalidGrant }
        if let challenge = code.challenge {
            guard challenge.isMet(by: try request.required("code_verifier")) else { throw .invalidGrant }
        }
        oauth.codes[value]?.isUsed = true
        let grant = OAuthGrant(application: application.uid, origin: value, redirectURI: uri)
        return issue(grant, to: code.user, scopes: code.scopes)
    }

    private mutating func refresh(_ request: OAuthRequest, for application: OAuthApplication)
        throws(Rejection) -> Answer
    {
        let value = try request.required("refresh_token")
        guard let access = oauth.refreshTokens[value], let old = tokens[access], !old.isRevoked,
            let grant = old.grant, grant.application == application.uid,
            request["redirect_uri"] == nil || request["redirect_uri"] == grant.redirectURI
        else { throw .invalidGrant }
        let wanted = (request["scope"] ?? "").split(separator: " ").map(String.init)
        guard wanted.allSatisfy(old.scopes.contains) else { throw .invalidScope }
        tokens[access]?.isRevoked = true
        return issue(grant, to: old.user, scopes: wanted.isEmpty ? old.scopes : wanted)
    }

    /// Gives out an access token, and a refresh token with it.
    mutating func issue(
        _ grant: OAuthGrant, to user: Int, scopes: [String], isRefreshable: Bool = true
    ) -> Answer {
        let value = oauth.secret("access")
        var token = Token(
            id: sequences.next(.token), user: user, name: grant.application, scopes: scopes,
            createdAt: clock)
        token.grant = grant
        token.validUntil = clock + OAuthProvider.tokenLifetime
        tokens[value] = token
        var body: JSONValue = [
            "access_token": .string(value), "token_type": "Bearer",
            "expires_in": .int(Int(OAuthProvider.tokenLifetime)),
        ]
        if isRefreshable {
            let refresh = oauth.secret("refresh")
            oauth.refreshTokens[refresh] = value
            body["refresh_token"] = .string(refresh)
        }
        body["scope"] = .string(scopes.joined(separator: " "))
        body["created_at"] = .int(Int(clock.microseconds / 1_000_000))
        var answer = Answer(body)
        answer.headers = [("Cache-Control", "no-store"), ("Pragma", "no-cache")]
        return answer
    }

    private mutating func revokeTokens(from origin: String) {
        for (value, token) in tokens where token.grant?.origin == origin {
            tokens[value]?.isRevoked = true
        }
    }
}
