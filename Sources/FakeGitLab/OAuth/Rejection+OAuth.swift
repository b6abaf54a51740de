/// The errors of the authorization server.
///
/// <https://www.rfc-editor.org/rfc/rfc6749#section-5.2> · <https://www.rfc-editor.org/rfc/rfc8628#section-3.5>
extension Rejection {
    static let invalidGrant = oauth(
        400, "invalid_grant",
        "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."
    )

    static let invalidScope = oauth(
        400, "invalid_scope", "The requested scope is invalid, unknown, or malformed.")

    static let unsupportedGrantType = oauth(
        400, "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server.")

    static let unsupportedResponseType = oauth(
        400, "unsupported_response_type",
        "The authorization server does not support this response type.")

    static let accessDenied = oauth(
        400, "access_denied", "The resource owner or authorization server denied the request.")

    static let authorizationPending = oauth(
        400, "authorization_pending",
        "The authorization request is still pending as the end user hasn't yet completed the user interaction steps."
    )

    static let slowDown = oauth(
        400, "slow_down",
        "The authorization request is still pending and polling should continue at a longer interval.")

    static let expiredDeviceCode = oauth(
        400, "expired_token", "The device code has expired; a new authorization request is needed.")

    static let invalidRedirectURI = oauth(
        400, "invalid_redirect_uri", "The redirect URI included is not valid.")

    static let invalidClient = challenged(
        "invalid_client",
        "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."
    )

    /// What `token/info` says of a token that is none of the server's, or no longer good.
    static let invalidTokenInfo = challenged("invalid_request", "The access token is invalid.")

    static let unauthorizedClient = oauth(
        403, "unauthorized_client", "You are not authorized to revoke this token.")

    static func invalidRequest(_ description: String) -> Rejection {
        oauth(400, "invalid_request", description)
    }

    static func missing(_ parameter: String) -> Rejection {
        invalidRequest("Missing required parameter: \(parameter).")
    }

    private static func challenged(_ error: String, _ description: String) -> Rejection {
        var rejection = oauth(401, error, description)
        rejection.headers = [
            (
                "WWW-Authenticate",
                "Bearer realm=\"Doorkeeper\", error=\"\(error)\", error_description=\"\(description)\""
            )
        ]
        return rejection
    }
}
