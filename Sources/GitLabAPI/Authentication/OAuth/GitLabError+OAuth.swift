import Foundation

extension GitLabError.Code {
    /// The code or refresh token was used, revoked, ended, or is another application's.
    public static let invalidGrant = Self(rawValue: "invalid_grant")
    /// The application is unknown to the instance or its secret wrong.
    public static let invalidClient = Self(rawValue: "invalid_client")
    /// The application may not use this flow.
    public static let unauthorizedClient = Self(rawValue: "unauthorized_client")
    /// The instance does not know this flow.
    public static let unsupportedGrantType = Self(rawValue: "unsupported_grant_type")
    /// A scope is unknown, or not one of the application's.
    public static let invalidScope = Self(rawValue: "invalid_scope")
    /// The person, or the instance, said no.
    public static let accessDenied = Self(rawValue: "access_denied")
    /// The person has not decided yet.
    public static let authorizationPending = Self(rawValue: "authorization_pending")
    /// The device asks too often.
    public static let slowDown = Self(rawValue: "slow_down")
    /// The person did not decide in time; begin again.
    public static let expiredDeviceCode = Self(rawValue: "expired_device_code")
    /// A callback that was not begun in this session: nothing in it is to be believed.
    public static let stateMismatch = Self(rawValue: "state_mismatch")

    private static let spoken: Set<Self> = [
        .invalidGrant, .invalidClient, .unauthorizedClient, .unsupportedGrantType, .invalidScope,
        .accessDenied,
        .authorizationPending, .slowDown,
    ]

    /// OAuth's word for what is wrong (RFC 6749, sections 4.1.2.1 and 5.2; RFC 8628, section 3.5).
    init(oauth word: String) {
        let code = Self(rawValue: word)
        if Self.spoken.contains(code) {
            self = code
        } else if word == "expired_token" {
            self = .expiredDeviceCode
        } else {
            self = word == "server_error" || word == "temporarily_unavailable" ? .serverFault : .rejected
        }
    }
}

extension GitLabError {
    /// What a refusal by the provider means.
    init(oauthRefusal response: HTTPResponse, request: HTTPRequest, now: Date) {
        self.init(response: response, request: request, now: now)
        guard [400, 401, 403].contains(response.status), request.method == .post,
            let word = ErrorBody(response).word
        else { return }
        code = Code(oauth: word)
    }

    var oauthSummary: String? {
        switch code {
        case .invalidGrant: "the code or refresh token is used up, revoked or another application's"
        case .invalidClient: "the instance does not know the application, or its secret is another"
        case .unauthorizedClient: "the application may not authorize in this way"
        case .unsupportedGrantType: "the instance does not authorize in this way"
        case .invalidScope: "a scope is unknown or not one of the application's"
        case .accessDenied: "access was denied"
        case .authorizationPending: "the person has not decided yet"
        case .slowDown: "the device asks too often"
        case .expiredDeviceCode: "the person did not decide in time"
        case .stateMismatch: "the callback was not begun in this session"
        default: nil
        }
    }

    var oauthRemedy: String? {
        switch code {
        case .invalidGrant, .expiredDeviceCode, .accessDenied, .stateMismatch:
            "Begin the authorization again."
        case .invalidClient: "Compare application id and secret with those GitLab shows for the application."
        case .unauthorizedClient, .unsupportedGrantType:
            "Check the application's settings and the instance's version."
        case .invalidScope: "Give the application the scope in GitLab, or ask for fewer."
        case .authorizationPending, .slowDown: "Ask again after a while."
        default: nil
        }
    }
}
