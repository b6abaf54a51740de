public import GitLabVocabulary

/// One question a check asks; an open set.
public struct Probe: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Is it the address of an instance?
    public static let address = Self(rawValue: "address")
    /// Does the name resolve, and does something listen?
    public static let network = Self(rawValue: "network")
    public static let tls = Self(rawValue: "tls")
    /// Is it a GitLab, and which?
    public static let instance = Self(rawValue: "instance")
    /// Does GitLab take the token, and what is it?
    public static let token = Self(rawValue: "token")
    public static let user = Self(rawValue: "user")
    public static let scopes = Self(rawValue: "scopes")
    public static let expiry = Self(rawValue: "expiry")
    public static let groups = Self(rawValue: "groups")
    public static let projects = Self(rawValue: "projects")
    /// Can one project be reached, and by what role? All that follow look at the same one.
    public static let project = Self(rawValue: "project")
    public static let mergeRequests = Self(rawValue: "merge_requests")
    public static let pipelines = Self(rawValue: "pipelines")
    public static let deployments = Self(rawValue: "deployments")
    public static let graphQL = Self(rawValue: "graphql")
    /// May notes be written? Known from scopes and role: nothing is written.
    public static let comments = Self(rawValue: "comments")
    /// May webhooks be managed?
    public static let hooks = Self(rawValue: "hooks")
    /// Does GitLab reach our webhook's receiver?
    public static let hookHealth = Self(rawValue: "hook_health")
    /// Does a test that GitLab sends arrive there? Asked only with `ConnectionCheck.Options.testsHook`.
    public static let testDelivery = Self(rawValue: "test_delivery")

    /// In the order in which they are asked.
    public static let all: [Self] = [
        .address, .network, .tls, .instance, .token, .user, .scopes, .expiry, .groups, .projects, .project,
        .mergeRequests, .pipelines, .deployments, .graphQL, .comments, .hooks, .hookHealth,
        .testDelivery,
    ]
}
