public import GitLabVocabulary

/// What a webhook is made or changed to: every switch, on or off, none left to GitLab's defaults.
///
/// ```swift
/// var settings = HookSettings(url: receiver, triggers: [.mergeRequests, .deployments])
/// settings.token = Secret(token)
/// let hook = try await client.send(.createHook(settings, of: .project(42)))
/// ```
///
/// <https://docs.gitlab.com/api/project_webhooks/#add-a-webhook-to-a-project>
public struct HookSettings: Equatable, Sendable {
    /// Which branches a hook is sent for.
    public struct BranchFilter: Hashable, Sendable {
        /// How the filter is meant. An open set: values this version does not know decode too.
        public struct Strategy: OpenEnum {
            public let rawValue: String
            public init(rawValue: String) { self.rawValue = rawValue }

            /// `*` stands for anything: `release/*`.
            public static let wildcard = Self(rawValue: "wildcard")
            /// An RE2 expression.
            public static let regex = Self(rawValue: "regex")
            public static let allBranches = Self(rawValue: "all_branches")
        }

        public var strategy: Strategy
        public var pattern: String

        public init(_ pattern: String, strategy: Strategy = .wildcard) {
            self.strategy = strategy
            self.pattern = pattern
        }
    }

    /// Where it is sent; `{name}` stands for the URL variable of that name.
    public var url: String
    /// The switches that are on; all others of the owner are switched off.
    public var triggers: Set<Hook.Trigger>
    /// `nil` leaves it as it is, as for `description`; old versions know neither.
    public var name: String?
    public var description: String?
    /// Sent along as `X-Gitlab-Token`; `nil` leaves what is set.
    public var token: Secret?
    /// Signs what is sent, `whsec_…`, from GitLab 19.0 on; `nil` leaves what is set.
    public var signingToken: Secret?
    /// Whether the receiver's certificate must be good.
    public var verifiesTLS: Bool
    /// `nil` leaves what is set: all branches in new hooks.
    public var branchFilter: BranchFilter?
    /// Additional headers by name, from GitLab 17.1 on; `nil` leaves what is set.
    public var customHeaders: [String: Secret]?
    /// Values for the variables in the URL by name; `nil` leaves what is set.
    public var urlVariables: [String: Secret]?
    /// The body to send in place of GitLab's own; `nil` leaves what is set.
    public var customTemplate: String?

    public init(
        url: String, triggers: Set<Hook.Trigger>, name: String? = nil, description: String? = nil,
        token: Secret? = nil, signingToken: Secret? = nil, verifiesTLS: Bool = true,
        branchFilter: BranchFilter? = nil, customHeaders: [String: Secret]? = nil,
        urlVariables: [String: Secret]? = nil, customTemplate: String? = nil
    ) {
        self.url = url
        self.triggers = triggers
        self.name = name
        self.description = description
        self.token = token
        self.signingToken = signingToken
        self.verifiesTLS = verifiesTLS
        self.branchFilter = branchFilter
        self.customHeaders = customHeaders
        self.urlVariables = urlVariables
        self.customTemplate = customTemplate
    }
}
