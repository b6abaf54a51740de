import WireFormat

/// A webhook, its secrets included, which are never served.
struct Hook: Sendable {
    /// Whose hook it is, and with that which switches it has.
    enum Owner: Hashable, Sendable {
        case project(Int)
        case group(Int)
        case instance
    }

    let id: Int
    let owner: Owner
    let createdAt: Instant
    var url: String
    var name: String?
    var description: String?
    var token: String?
    var signingToken: String?
    var switches: [String: Bool]
    var verifiesTLS = true
    var branchFilter = ""
    var branchFilterStrategy = "wildcard"
    var template = ""
    var headers: [String: String] = [:]
    var variables: [String: String] = [:]
    /// How often it failed since it last succeeded.
    var failures = 0
    /// Until when it is not sent, for having failed.
    var restsUntil: Instant?

    private static let shared = [
        "push_events", "issues_events", "confidential_issues_events", "merge_requests_events",
        "tag_push_events", "note_events", "confidential_note_events", "job_events", "pipeline_events",
        "wiki_page_events", "deployment_events", "releases_events", "feature_flag_events", "milestone_events",
        "emoji_events", "resource_access_token_events", "vulnerability_events",
    ]

    /// The switches an owner's hooks have.
    static func switches(of owner: Owner) -> [String] {
        switch owner {
        case .project: shared + ["resource_deploy_token_events"]
        case .group: shared + ["subgroup_events", "member_events", "project_events"]
        case .instance:
            ["push_events", "tag_push_events", "merge_requests_events", "repository_update_events"]
        }
    }

    /// A new hook: only pushes are switched on.
    init(id: Int, owner: Owner, url: String, now: Instant) {
        self.id = id
        self.owner = owner
        self.url = url
        createdAt = now
        switches = Dictionary(
            uniqueKeysWithValues: Self.switches(of: owner).map { ($0, $0 == "push_events") })
    }

    /// What GitLab shows: names of headers and variables, whether there are tokens.
    func object(at now: Instant) -> JSONValue {
        let alertStatus = alertStatus(at: now)
        var object: JSONValue = [
            "id": .int(id), "url": .string(url), "name": .text(name), "description": .text(description),
            "enable_ssl_verification": .bool(verifiesTLS), "alert_status": .string(alertStatus),
            "disabled_until": .moment(alertStatus == "temporarily_disabled" ? restsUntil : nil),
            "url_variables": Self.keys(variables), "push_events_branch_filter": .string(branchFilter),
            "branch_filter_strategy": .string(branchFilterStrategy),
            "custom_webhook_template": .string(template), "custom_headers": Self.keys(headers),
            "token_present": .bool(token != nil), "signing_token_present": .bool(signingToken != nil),
            "created_at": .moment(createdAt),
        ]
        for name in Self.switches(of: owner) { object[name] = .bool(switches[name] ?? false) }
        switch owner {
        case .project(let id): object["project_id"] = .int(id)
        case .group(let id): object["group_id"] = .int(id)
        case .instance: return object
        }
        object["repository_update_events"] = false
        return object
    }

    private static func keys(_ values: [String: String]) -> JSONValue {
        .array(values.keys.sorted().map { ["key": .string($0)] })
    }
}
