extension FieldRule {
    /// What came to objects after 15.0 and what needs a licence, as the histories in GitLab's documentation say. Where
    /// they are silent, the version is a guess that holds for the versions with a name, `.v15` to `.v19`.
    ///
    /// <https://docs.gitlab.com/api/rest/deprecations/> and the page of each resource.
    static let all: [FieldRule] =
        anywhere + mergeRequests + approvals + issues + repository + delivery + projects + hooks

    private static let anywhere = [
        FieldRule(nil, "imported", since: "17.2"), FieldRule(nil, "imported_from", since: "17.2"),
        FieldRule(nil, "extended_trailers", since: "16.0"),
    ]

    private static let mergeRequests = [
        FieldRule("merge_requests", "detailed_merge_status", since: "15.6"),
        FieldRule("merge_requests", "prepared_at", since: "16.1"),
        FieldRule("merge_requests", "squash_on_merge", since: "16.0"),
        FieldRule("merge_requests", "merge_after", since: "17.5"),
        FieldRule("merge_requests", "approvals_before_merge", tier: .premium),
    ]

    private static let approvals = [
        FieldRule("approvals", "approved_by.approved_at", since: "18.5")
    ]

    private static let issues = [
        FieldRule("issues", "start_date", since: "17.7"), FieldRule("issues", "weight", tier: .premium),
        FieldRule("issues", "epic", tier: .premium), FieldRule("issues", "epic_iid", tier: .premium),
        FieldRule("issues", "iteration", tier: .premium),
        FieldRule("issues", "health_status", tier: .ultimate),
        FieldRule("notes", "internal", since: "15.0"),
        FieldRule("notes", "commands_changes", since: "15.3"),
    ]

    private static let repository = [
        FieldRule("tags", "created_at", since: "16.11")
    ]

    private static let delivery = [
        FieldRule("pipelines", "name", since: "15.11"), FieldRule("pipelines", "archived", since: "18.0"),
        FieldRule("jobs", "archived", since: "18.0"), FieldRule("jobs", "runner_manager", since: "16.3"),
        FieldRule("environments", "description", since: "16.8"),
        FieldRule("environments", "kubernetes_namespace", since: "16.2"),
        FieldRule("environments", "flux_resource_path", since: "16.3"),
        FieldRule("environments", "auto_stop_setting", since: "17.8"),
        FieldRule("deployments", "pending_approval_count", tier: .premium),
        FieldRule("deployments", "approvals", tier: .premium),
        FieldRule("deployments", "approval_summary", tier: .premium),
    ]

    private static let projects = [
        FieldRule("projects", "approvals_before_merge", tier: .premium),
        FieldRule("projects", "marked_for_deletion_at", tier: .premium),
        FieldRule("projects", "mirror", tier: .premium),
    ]

    private static let hooks = [
        FieldRule("hooks", "emoji_events", since: "16.2"),
        FieldRule("hooks", "resource_access_token_events", since: "16.9"),
        FieldRule("hooks", "name", since: "17.1"), FieldRule("hooks", "description", since: "17.1"),
        FieldRule("hooks", "custom_headers", since: "17.1"),
        FieldRule("hooks", "vulnerability_events", since: "17.7"),
        FieldRule("hooks", "vulnerability_events", tier: .ultimate),
        FieldRule("hooks", "milestone_events", since: "17.9"),
        FieldRule("hooks", "resource_deploy_token_events", since: "18.3"),
        FieldRule("hooks", "token_present", since: "19.0"),
        FieldRule("hooks", "signing_token_present", since: "19.0"),
    ]
}
