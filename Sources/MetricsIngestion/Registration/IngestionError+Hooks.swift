import GitLabAPI
import MetricsStorage
import WebhookModels

extension IngestionError.Code {
    /// The owner's hooks are not the token's to see: a project's take a Maintainer, a group's an Owner, the instance's
    /// an administrator, and each the scope `api`; `gitLab` says which.
    public static let forbidden = Self(rawValue: "forbidden")
    /// The project or group is gone, or hidden from this token.
    public static let unreachable = Self(rawValue: "unreachable")
    /// The group is there, and its hooks are not: they take Premium.
    public static let tierMissing = Self(rawValue: "tier_missing")
    /// The instance does not sign what it sends, which takes GitLab 19.0; a hook without a signature was not left.
    public static let cannotSign = Self(rawValue: "cannot_sign")
    /// There is no hook at that URL.
    public static let noHook = Self(rawValue: "no_hook")
    /// The URL is no web address, or shows a password; the token is one that no header can carry.
    public static let unusableWish = Self(rawValue: "unusable_wish")
    /// GitLab refused or failed; `gitLab` says how.
    public static let gitLab = Self(rawValue: "gitlab")
}

extension IngestionError {
    init(_ code: Code, _ error: GitLabError? = nil) {
        self.code = code
        gitLab = error
    }

    /// What a call about hooks ended with.
    init(ofHooks error: GitLabError) {
        let code: Code =
            switch error.code {
            case .forbidden, .insufficientScope: .forbidden
            case .notFound: .unreachable
            case .invalidToken, .expiredToken, .revokedToken: .credential
            default: .gitLab
            }
        self.init(code, error)
    }
}
