public import GitLabVocabulary

/// What a connection may be wanted for; an open set.
public struct Capability: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Reading all that metrics rest on.
    public static let readAnalytics = Self(rawValue: "read_analytics")
    /// Writing notes at merge requests.
    public static let commentOnMergeRequests = Self(rawValue: "comment_on_merge_requests")
    /// Registering webhooks, and looking at how they fare.
    public static let manageHooks = Self(rawValue: "manage_hooks")

    /// Those this version knows.
    public static let all: [Self] = [.readAnalytics, .commentOnMergeRequests, .manageHooks]

    /// Scopes one of which is needed, the smallest first.
    ///
    /// <https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes>
    public var scopes: [TokenScope] { self == .readAnalytics ? [.readAPI, .api] : [.api] }

    /// The least role in a project (<https://docs.gitlab.com/user/permissions/>).
    public var role: AccessLevel { self == .manageHooks ? .maintainer : .reporter }
}
