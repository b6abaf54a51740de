public import GitLabAPI
public import WebhookModels

/// What hook there is to be: where it leads, what it is sent for, and what it proves itself by.
///
/// ```swift
/// let wish = HookWish(url: "https://metrics.example/v2/gitlab/webhook", credentials: credentials)
/// ```
public struct HookWish: Equatable, Sendable {
    /// A web address without user name and password. A hook at the same URL is taken for ours, every other one for
    /// somebody else's.
    public var url: String
    /// The switches that are to be on, as far as the owner has them; all others are to be off.
    public var triggers: Set<Hook.Trigger>
    /// What the `WebhookVerifier` of the receiver accepts.
    public var credentials: WebhookCredentials
    /// Shown in GitLab beside the hook, from 17.1 on; `nil` leaves it as it is.
    public var name: String?
    /// Whether the receiver's certificate must be good.
    public var verifiesTLS: Bool

    public init(
        url: String, triggers: Set<Hook.Trigger> = HookWish.standardTriggers,
        credentials: WebhookCredentials, name: String? = nil, verifiesTLS: Bool = true
    ) {
        self.url = url
        self.triggers = triggers
        self.credentials = credentials
        self.name = name
        self.verifiesTLS = verifiesTLS
    }

    /// What the records of `BackfillPlan.allKinds` are kept up by, without jobs: pipelines tell of those too.
    public static let standardTriggers: Set<Hook.Trigger> = [
        .push, .tagPush, .mergeRequests, .notes, .confidentialNotes, .issues, .confidentialIssues, .pipelines,
        .deployments, .releases, .milestones, .subgroups, .members, .projects, .repositoryUpdates,
    ]

    func triggers(at owner: HookOwner) -> Set<Hook.Trigger> { triggers.intersection(owner.triggers) }

    /// What GitLab is told, for a new hook at the wish's URL or for one that is there. The URL of a hook that is there
    /// stays letter by letter: GitLab forgets the token when it changes.
    func settings(at owner: HookOwner, changing hook: Hook? = nil) -> HookSettings {
        HookSettings(
            url: hook?.url ?? url, triggers: triggers(at: owner), name: name, token: credentials.token,
            signingToken: credentials.signingKey?.text, verifiesTLS: verifiesTLS,
            branchFilter: HookSettings.BranchFilter("", strategy: .allBranches))
    }
}
