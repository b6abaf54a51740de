extension ConnectionState {
    /// How a connection fares of which these are the findings.
    init(_ findings: [Finding]) {
        self =
            switch findings.map(\.severity).max() {
            case nil, .note, .warning: .connected
            case .error: .degraded
            case .fatal: .unreachable
            }
    }
}

extension [Finding] {
    /// The worst that is more than a warning. That a token sees nothing counts last: what else was found says why.
    var headline: Finding? {
        guard let worst = map(\.severity).max(), worst >= .error else { return nil }
        let candidates = filter { $0.severity == worst }
        return candidates.first { $0.code != .noResources } ?? candidates.first
    }
}

extension Finding.Code {
    /// The one of the three overall codes that sums it up, or itself.
    public var verdict: Self {
        switch self {
        case .impersonationDisabled, .tokenMissing, .blanksInToken, .wrongTokenKind, .tokenExpired,
            .tokenRevoked, .blockedUser,
            .termsNotAccepted:
            .invalidCredentials
        case .permissionMissing, .insufficientScope, .forbidden, .ipRestricted, .ssoRequired,
            .accessRestricted, .notAMember,
            .membershipExpired, .roleTooLow, .outsideToken:
            .invalidPermissions
        default: self
        }
    }
}
