import Foundation
import GitLabAPI

extension Finding {
    /// What a failed call means, as far as the answer alone says it.
    init(_ error: GitLabError, evidence: Evidence? = nil) {
        let code = Code(error)
        self.init(
            code, Self.isFatal(code) ? .fatal : .error, Self.sentence(code, error),
            remedy: Self.remedy(code, error), evidence: evidence)
    }

    private static func isFatal(_ code: Code) -> Bool {
        switch code {
        case .forbidden, .missingOrHidden, .accessRestricted, .ipRestricted, .ssoRequired, .insufficientScope,
            .permissionMissing, .rateLimited, .graphQLUnusable, .featureOff, .unreadableAnswer:
            false
        default: true
        }
    }

    private static func sentence(_ code: Code, _ error: GitLabError) -> String {
        switch code {
        case .blockedUser: "The token's user is blocked or deactivated."
        case .ipRestricted: "The group lets in only addresses on its list, and this machine's is not on it."
        case .ssoRequired: "The group lets in only who has signed in through its provider."
        case .termsNotAccepted: "The token's user has not accepted GitLab's terms of service."
        case .permissionMissing:
            "The token lacks a permission\(error.detail.map { ": \($0)" } ?? "").".replacing("..", with: ".")
        case .insufficientScope: "The token lacks the scope \(error.requiredScope ?? "this needs")."
        case .tokenExpired: "The token has expired."
        case .tokenRevoked: "The token was revoked."
        case .invalidCredentials: "GitLab does not know the token."
        default: plain(error)
        }
    }

    /// What the error says of itself, without the place, which stands in the evidence.
    private static func plain(_ error: GitLabError) -> String {
        let text = GitLabError(error.code, detail: error.detail, retryAt: error.retryAt).description
        return text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }

    private static func remedy(_ code: Code, _ error: GitLabError) -> String? {
        guard code == .rateLimited, let until = error.retryAt else { return nil }
        return "Check again after \(until.ISO8601Format())."
    }
}

extension Finding.Code {
    init(_ error: GitLabError) {
        self =
            switch error.code {
            case .invalidURL: .invalidAddress
            case .invalidToken: .invalidCredentials
            case .expiredToken: .tokenExpired
            case .revokedToken: .tokenRevoked
            // A scope that is missing is always named.
            case .insufficientScope: error.requiredScope == nil ? .permissionMissing : .insufficientScope
            case .forbidden: Self(refusal: error.detail ?? "")
            case .notFound: .missingOrHidden
            case .rateLimited: .rateLimited
            case .serverFault: .serverFault
            case .unreachableDNS: .hostNotFound
            case .unreachableRefused: .connectionRefused
            case .unreachableTLS: .tlsFailed
            case .timedOut: .timedOut
            case .connectionBroken: .connectionBroken
            case .notGitLab: .notGitLab
            case .foreignOrigin: .redirectedElsewhere
            case .decoding, .responseTooLarge, .pagingLoop: .unreadableAnswer
            case .cancelled: .cancelled
            default: Self(rawValue: error.code.rawValue)
            }
    }

    /// 403 says why only in words, if at all.
    private init(refusal detail: String) {
        let words = Set(detail.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        self =
            if !words.isDisjoint(with: ["blocked", "deactivated", "banned"]) {
                .blockedUser
            } else if words.contains("terms") {
                .termsNotAccepted
            } else if !words.isDisjoint(with: ["sso", "saml"]) {
                .ssoRequired
            } else if words.contains("ip") {
                .ipRestricted
            } else if words.contains("feature") || words.contains("disabled") {
                .featureOff
            } else {
                .forbidden
            }
    }
}
