public import GitLabVocabulary

extension Finding {
    /// What was found, as a program asks; an open set.
    public struct Code: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }
}

/// The three that sum up a connection.
extension Finding.Code {
    /// GitLab does not take the token.
    public static let invalidCredentials = Self(rawValue: "invalid_credentials")
    /// GitLab takes the token, but it may not do what it is wanted for.
    public static let invalidPermissions = Self(rawValue: "invalid_permissions")
    /// The token sees no project.
    public static let noResources = Self(rawValue: "no_resources")
}

/// The address, and the way to it.
extension Finding.Code {
    public static let invalidAddress = Self(rawValue: "invalid_address")
    public static let apiSuffixInURL = Self(rawValue: "api_suffix_in_url")
    public static let blanksInURL = Self(rawValue: "blanks_in_url")
    public static let schemeMissing = Self(rawValue: "scheme_missing")
    /// The token travels unencrypted, as was allowed.
    public static let plainHTTP = Self(rawValue: "plain_http")
    public static let hostNotFound = Self(rawValue: "host_not_found")
    public static let connectionRefused = Self(rawValue: "connection_refused")
    public static let connectionBroken = Self(rawValue: "connection_broken")
    public static let timedOut = Self(rawValue: "timed_out")
    public static let tlsFailed = Self(rawValue: "tls_failed")
    public static let notGitLab = Self(rawValue: "not_gitlab")
    /// A redirect leads to another host, to which no token is sent.
    public static let redirectedElsewhere = Self(rawValue: "redirected_elsewhere")
    public static let serverFault = Self(rawValue: "server_fault")
    public static let rateLimited = Self(rawValue: "rate_limited")
    public static let tooOld = Self(rawValue: "too_old")
    /// REST works, GraphQL does not.
    public static let graphQLUnusable = Self(rawValue: "graphql_unusable")
    public static let unreadableAnswer = Self(rawValue: "unreadable_answer")
    public static let cancelled = Self(rawValue: "cancelled")
}

/// The token and its user.
extension Finding.Code {
    public static let tokenMissing = Self(rawValue: "token_missing")
    public static let blanksInToken = Self(rawValue: "blanks_in_token")
    /// A deploy, job, runner or other token that the API does not take.
    public static let wrongTokenKind = Self(rawValue: "wrong_token_kind")
    public static let tokenExpired = Self(rawValue: "token_expired")
    public static let tokenRevoked = Self(rawValue: "token_revoked")
    public static let tokenExpiresSoon = Self(rawValue: "token_expires_soon")
    public static let insufficientScope = Self(rawValue: "insufficient_scope")
    /// A fine-grained token was not given a permission.
    public static let permissionMissing = Self(rawValue: "permission_missing")
    /// The instance lets no administrator act as another user.
    public static let impersonationDisabled = Self(rawValue: "impersonation_disabled")
    public static let blockedUser = Self(rawValue: "blocked_user")
    /// GitLab shows nothing until the user has accepted the terms of service.
    public static let termsNotAccepted = Self(rawValue: "terms_not_accepted")
}

/// Groups and projects.
extension Finding.Code {
    public static let ipRestricted = Self(rawValue: "ip_restricted")
    public static let ssoRequired = Self(rawValue: "sso_required")
    /// The group keeps the caller out, and GitLab does not say by which of its rules.
    public static let accessRestricted = Self(rawValue: "access_restricted")
    public static let forbidden = Self(rawValue: "forbidden")
    /// GitLab says the same, 404, of what is not there and of what the token may not see.
    public static let missingOrHidden = Self(rawValue: "missing_or_hidden")
    public static let wrongPath = Self(rawValue: "wrong_path")
    public static let wrongPathCase = Self(rawValue: "wrong_path_case")
    public static let missingNamespace = Self(rawValue: "missing_namespace")
    public static let wrongNamespace = Self(rawValue: "wrong_namespace")
    public static let moved = Self(rawValue: "moved")
    public static let deleted = Self(rawValue: "deleted")
    public static let notAMember = Self(rawValue: "not_a_member")
    public static let membershipExpired = Self(rawValue: "membership_expired")
    public static let membershipExpiresSoon = Self(rawValue: "membership_expires_soon")
    public static let roleTooLow = Self(rawValue: "role_too_low")
    /// A project's or group's own token sees nothing outside.
    public static let outsideToken = Self(rawValue: "outside_token")
    public static let archived = Self(rawValue: "archived")
    public static let featureOff = Self(rawValue: "feature_off")
}

/// Webhooks, as GitLab sees their receiver.
extension Finding.Code {
    public static let hookMissing = Self(rawValue: "hook_missing")
    /// GitLab gets no answer from the receiver.
    public static let hookUnreachable = Self(rawValue: "hook_unreachable")
    /// GitLab's machine cannot resolve the receiver's host name.
    public static let hookHostNotFound = Self(rawValue: "hook_host_not_found")
    /// The instance sends nothing to that address, by its rules for outbound requests.
    public static let hookURLBlocked = Self(rawValue: "hook_url_blocked")
    /// GitLab does not trust the receiver's certificate, or they agree on no TLS.
    public static let hookTLSFailed = Self(rawValue: "hook_tls_failed")
    /// The receiver takes longer than GitLab waits, 10 seconds, or nothing answers there.
    public static let hookTimedOut = Self(rawValue: "hook_timed_out")
    /// A test was asked for, and GitLab sent none.
    public static let hookUntested = Self(rawValue: "hook_untested")
    /// The instance sends no webhooks at all for now.
    public static let silentMode = Self(rawValue: "silent_mode")
    /// The receiver answers with failures.
    public static let hookFailing = Self(rawValue: "hook_failing")
    /// GitLab has stopped sending for a while, or for good.
    public static let hookDisabled = Self(rawValue: "hook_disabled")
}
