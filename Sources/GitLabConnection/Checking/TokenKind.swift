public import GitLabVocabulary

/// What kind of credential a connection uses; an open set.
public struct TokenKind: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A person's own, or one by which an administrator acts as the person. Of itself a token tells no difference: the
    /// flag `impersonation` stands only in the lists of administrators
    /// (<https://docs.gitlab.com/api/user_tokens/#list-all-impersonation-tokens-for-a-user>).
    public static let personal = Self(rawValue: "personal")
    /// One by which an administrator acts as the user; told only by an instance that refuses them.
    public static let impersonation = Self(rawValue: "impersonation")
    public static let project = Self(rawValue: "project")
    public static let group = Self(rawValue: "group")
    public static let serviceAccount = Self(rawValue: "service_account")
    public static let oauth = Self(rawValue: "oauth")
    public static let job = Self(rawValue: "job")
    public static let deploy = Self(rawValue: "deploy")
    public static let runner = Self(rawValue: "runner")
    public static let pipelineTrigger = Self(rawValue: "pipeline_trigger")
    public static let feed = Self(rawValue: "feed")
    public static let applicationSecret = Self(rawValue: "application_secret")
    public static let agent = Self(rawValue: "agent")
    public static let scim = Self(rawValue: "scim")

    /// Whether the user behind it is made by GitLab for the token alone.
    public var isBot: Bool { self == .project || self == .group || self == .serviceAccount }

    /// Whose token a user name stands for.
    ///
    /// <https://docs.gitlab.com/user/project/settings/project_access_tokens/#bot-users-for-projects>
    init(username: String) {
        self =
            if username.firstMatch(of: /^project_\d+_bot/) != nil {
                .project
            } else if username.firstMatch(of: /^group_\d+_bot/) != nil {
                .group
            } else if username.hasPrefix("service_account_") {
                .serviceAccount
            } else {
                .personal
            }
    }

    /// A kind the API refuses, by the beginning that GitLab gives it; `nil` for all others. A hint, no more:
    /// administrators may change beginnings (<https://docs.gitlab.com/security/tokens/#token-prefixes>).
    init?(refused token: Secret) {
        let text = token.reveal()
        guard let known = Self.prefixes.first(where: { text.hasPrefix($0.prefix) }) else { return nil }
        self = known.kind
    }

    private static let prefixes: [(prefix: String, kind: Self)] = [
        ("glcbt-", .job), ("gldt-", .deploy), ("glrt-", .runner), ("glrtr-", .runner),
        ("glptt-", .pipelineTrigger),
        ("glft-", .feed), ("gloas-", .applicationSecret), ("glagent-", .agent), ("glsoat-", .scim),
    ]

    /// As a sentence has it: `a deploy token`.
    var phrase: String {
        switch self {
        case .impersonation: "an impersonation token"
        case .job: "the token of a CI job"
        case .applicationSecret: "the secret of an OAuth application"
        case .agent: "the token of an agent"
        case .oauth: "an OAuth access token"
        default: "a \(rawValue.replacing("_", with: " ")) token"
        }
    }
}
