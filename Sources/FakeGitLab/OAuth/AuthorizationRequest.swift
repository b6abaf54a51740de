import WireFormat

/// What an application asks a user for, by the address it sends the browser to.
struct AuthorizationRequest: Sendable {
    /// What cannot be told to the application, for it is not known where it lives.
    struct Misdirection: Error { let rejection: Rejection }

    let application: OAuthApplication
    let redirectURI: String
    private let parameters: OAuthRequest

    /// - Throws: when the application is unknown, or the user must not be sent where the request says.
    init(_ request: OAuthRequest, in world: World) throws(Misdirection) {
        guard let uid = request["client_id"], let application = world.oauth.applications[uid] else {
            throw Misdirection(rejection: .invalidClient)
        }
        guard let uri = request["redirect_uri"], application.redirectURIs.contains(uri) else {
            throw Misdirection(rejection: .invalidRedirectURI)
        }
        self.application = application
        redirectURI = uri
        parameters = request
    }

    /// The code the user's consent gives.
    ///
    /// - Throws: what the application is told instead.
    func code(for user: Int, at now: Instant) throws(Rejection) -> AuthorizationCode {
        guard let type = parameters["response_type"] else { throw .missing("response_type") }
        guard type == "code" else { throw .unsupportedResponseType }
        let challenge = try CodeChallenge(
            parameters["code_challenge"], method: parameters["code_challenge_method"])
        if challenge == nil, !application.isConfidential {
            throw .invalidRequest("Code challenge is required.")
        }
        return AuthorizationCode(
            application: application.uid, user: user, redirectURI: redirectURI,
            scopes: try application.granted(parameters["scope"]), challenge: challenge,
            expiresAt: now + AuthorizationCode.lifetime)
    }

    /// Where the browser goes next.
    func redirect(_ answer: [(name: String, value: String)]) -> String {
        let state = parameters["state"].map { [(name: "state", value: $0)] } ?? []
        let separator = redirectURI.contains("?") ? "&" : "?"
        return redirectURI + separator + PageLinks.encoded(answer + state)
    }

    func redirect(_ rejection: Rejection) -> String {
        redirect(
            ["error", "error_description"].map { ($0, rejection.body[$0]?.stringValue ?? "") })
    }
}
