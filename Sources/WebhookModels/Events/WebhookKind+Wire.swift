extension WebhookKind {
    /// The kind that a body's `object_kind`, or where it has none its `event_name`, names; `nil` if this version does not
    /// know it. What stands for a kind in `object_kind` does so in `event_name` too: hooks of the instance have only that.
    init?(objectKind: String?, eventName: String?) {
        let kind =
            if let objectKind {
                Self.objectKinds[objectKind]
            } else {
                eventName.flatMap { Self.eventNames[$0] ?? Self.objectKinds[$0] }
            }
        guard let kind else { return nil }
        self = kind
    }

    /// What the body's `object_kind` is when an event is written; `nil` for those told by their `event_name`.
    var objectKind: String? {
        switch self {
        case .job: "build"
        case .project, .group, .subgroup, .member, .user, .key, .repositoryUpdate, .memberApproval: nil
        default: rawValue
        }
    }

    private static let objectKinds: [String: WebhookKind] = [
        "push": .push, "tag_push": .tagPush, "merge_request": .mergeRequest, "note": .note, "issue": .issue,
        "work_item": .issue, "pipeline": .pipeline, "build": .job, "deployment": .deployment,
        "release": .release, "milestone": .milestone, "emoji": .emoji, "wiki_page": .wikiPage,
        "feature_flag": .featureFlag, "access_token": .accessToken, "deploy_token": .deployToken,
        "vulnerability": .vulnerability, "gitlab_subscription_member_approval": .memberApproval,
        "gitlab_subscription_member_approvals": .memberApproval,
    ]

    private static let eventNames: [String: WebhookKind] = [
        "repository_update": .repositoryUpdate, "expiring_access_token": .accessToken,
        "expiring_deploy_token": .deployToken,
        "project_create": .project, "project_destroy": .project, "project_rename": .project,
        "project_transfer": .project, "project_update": .project,
        "group_create": .group, "group_destroy": .group, "group_rename": .group,
        "subgroup_create": .subgroup, "subgroup_destroy": .subgroup,
        "user_create": .user, "user_destroy": .user, "user_rename": .user, "user_failed_login": .user,
        "key_create": .key, "key_destroy": .key,
        "user_add_to_group": .member, "user_update_for_group": .member, "user_remove_from_group": .member,
        "user_access_request_to_group": .member, "user_access_request_denied_for_group": .member,
        "user_access_request_revoked_for_group": .member,
        "user_add_to_team": .member, "user_update_for_team": .member, "user_remove_from_team": .member,
        "user_access_request_to_project": .member, "user_access_request_denied_for_project": .member,
        "user_access_request_revoked_for_project": .member,
    ]

    /// The kind that a header `X-Gitlab-Event` announces; `nil` for `System Hook`, which goes with every kind, and for
    /// headers this version does not know.
    init?(header: String) {
        guard let kind = Self.headers[header.lowercased()] else { return nil }
        self = kind
    }

    private static let headers: [String: WebhookKind] = [
        "push hook": .push, "tag push hook": .tagPush, "issue hook": .issue,
        "confidential issue hook": .issue, "work item hook": .issue, "confidential work item hook": .issue,
        "note hook": .note, "confidential note hook": .note, "merge request hook": .mergeRequest,
        "wiki page hook": .wikiPage, "pipeline hook": .pipeline, "job hook": .job, "build hook": .job,
        "deployment hook": .deployment, "release hook": .release, "milestone hook": .milestone,
        "emoji hook": .emoji, "feature flag hook": .featureFlag, "resource access token hook": .accessToken,
        "resource deploy token hook": .deployToken, "vulnerability hook": .vulnerability,
        "member hook": .member, "project hook": .project, "subgroup hook": .subgroup,
    ]
}
