extension GitLabError.Code {
    /// No tokens are left that could be renewed: a person has to authorize the application again.
    public static let authorizationRequired = Self(rawValue: "authorization_required")
    /// A token was rotated and the answer with its successor was lost; a new one must be made by hand.
    public static let successorLost = Self(rawValue: "successor_lost")
    /// The store of tokens failed; `underlying` says how.
    public static let tokenStoreFailed = Self(rawValue: "token_store_failed")
}

extension GitLabError {
    var renewalSummary: String? {
        switch code {
        case .authorizationRequired: "no tokens are left that could be renewed"
        case .successorLost: "the token was rotated and the new one never arrived"
        case .tokenStoreFailed: "the store of tokens failed"
        default: nil
        }
    }

    var renewalRemedy: String? {
        switch code {
        case .authorizationRequired: "Authorize the application again."
        case .successorLost: "Create a new token by hand and store it in the place of the old one."
        case .tokenStoreFailed: "Check the store; tokens renewed meanwhile are lost when the process ends."
        default: nil
        }
    }
}
