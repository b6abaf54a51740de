import Foundation
import GitLabVocabulary

/// The path of a request without what it says of anyone.
///
/// Only words of GitLab's API stay. What follows the name of a collection is an id or a name, whatever it says, and
/// everything unknown is taken for a name.
struct AuditRoute {
    /// `/projects/:id/merge_requests/:merge_request_iid`.
    let template: String
    /// The project of the path, if named by its id.
    private(set) var project: ProjectID?

    init(_ url: URL, on instance: InstanceURL) {
        let path = url.path(percentEncoded: true)
        let root = instance.url.path(percentEncoded: true)
        let rest =
            path.hasPrefix(instance.apiPath)
            ? path.dropFirst(instance.apiPath.count) : path.dropFirst(path.hasPrefix(root) ? root.count : 0)
        var template = ""
        var collection: Substring?
        for segment in rest.split(separator: "/") {
            if let open = collection, let placeholder = Self.collections[String(open)], segment != "self" {
                template += "/:\(placeholder)"
                if open == "projects", project == nil { project = Int(segment).map(ProjectID.init) }
                collection = nil
            } else if Self.collections[String(segment)] != nil || Self.words.contains(String(segment)) {
                template += "/\(segment)"
                collection = segment
            } else {
                template += "/:name"
                collection = nil
            }
        }
        self.template = template.isEmpty ? "/" : template
    }

    /// What stands behind the name of a collection.
    private static let collections = [
        "access_tokens": "token_id", "branches": "branch", "commits": "sha", "custom_headers": "key",
        "deployments": "deployment_id", "discussions": "discussion_id", "environments": "environment_id",
        "events": "event_id", "groups": "id", "hooks": "hook_id", "issues": "issue_iid", "jobs": "job_id",
        "labels": "label_id", "merge_requests": "merge_request_iid", "milestones": "milestone_id",
        "notes": "note_id", "personal_access_tokens": "id", "pipelines": "pipeline_id", "projects": "id",
        "releases": "tag_name", "tags": "tag_name", "test": "trigger", "url_variables": "key",
        "users": "id", "versions": "version_id",
    ]

    /// What else a path is made of.
    private static let words: Set = [
        "all", "api", "approval_state", "approvals", "authorize", "authorize_device", "award_emoji",
        "bridges",
        "closed_by", "closes_issues", "descendant_groups", "dora", "graphql", "info", "introspect",
        "iterations",
        "links", "members", "metadata", "metrics", "oauth", "participants", "refs", "related_issues",
        "related_merge_requests", "repository", "resend", "resource_label_events",
        "resource_milestone_events",
        "resource_state_events", "reviewers", "revoke", "rotate", "runners", "self", "statistics",
        "subgroups",
        "test_report_summary", "time_stats", "token", "user", "v4", "version",
    ]
}
