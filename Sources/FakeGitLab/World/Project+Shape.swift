import WireFormat

extension Project {
    init(
        id: Int, path: String, name: String, group: Group, visibility: String, mergeMethod: MergeMethod,
        creator: Int, createdAt: Instant, host: String
    ) {
        let fullPath = "\(group.fullPath)/\(path)"
        let webURL = "\(host)/\(fullPath)"
        let bare = host.drop { $0 != "/" }.drop { $0 == "/" }
        let identity: JSONValue = [
            "id": .int(id), "description": nil, "name": .string(name),
            "name_with_namespace": .string("\(group.resource.text("full_name") ?? "") / \(name)"),
            "path": .string(path), "path_with_namespace": .string(fullPath),
            "created_at": .moment(createdAt), "default_branch": "main", "tag_list": [], "topics": [],
            "ssh_url_to_repo": .string("git@\(bare):\(fullPath).git"),
            "http_url_to_repo": .string("\(webURL).git"), "web_url": .string(webURL),
            "readme_url": .string("\(webURL)/-/blob/main/README.md"), "forks_count": 0, "avatar_url": nil,
            "star_count": 0, "last_activity_at": .moment(createdAt), "visibility": .string(visibility),
            "namespace": group.namespace,
        ]
        self.init(
            resource: Resource(
                id: id, parent: group.id, createdAt: createdAt,
                object: identity.merging(Self.links(id: id, host: host)).merging(
                    Self.settings(fullPath: fullPath, registry: "registry.\(bare)", creator: creator)
                )
                .merging([
                    "updated_at": .moment(createdAt), "merge_method": .string(mergeMethod.rawValue),
                ])),
            group: group.id)
    }

    private static func links(id: Int, host: String) -> JSONValue {
        let base = "\(host)/api/v4/projects/\(id)"
        return [
            "_links": [
                "self": .string(base), "issues": .string("\(base)/issues"),
                "merge_requests": .string("\(base)/merge_requests"),
                "repo_branches": .string("\(base)/repository/branches"), "labels": .string("\(base)/labels"),
                "events": .string("\(base)/events"), "members": .string("\(base)/members"),
                "cluster_agents": .string("\(base)/cluster_agents"),
            ]
        ]
    }

    private static func settings(fullPath: String, registry: String, creator: Int) -> JSONValue {
        [
            "container_registry_image_prefix": .string("\(registry)/\(fullPath)"),
            "marked_for_deletion_at": nil,
            "marked_for_deletion_on": nil, "packages_enabled": true, "empty_repo": false, "archived": false,
            "resolve_outdated_diff_discussions": false, "issues_enabled": true,
            "merge_requests_enabled": true,
            "wiki_enabled": true, "jobs_enabled": true, "snippets_enabled": true,
            "issues_access_level": "enabled", "merge_requests_access_level": "enabled",
            "environments_access_level": "enabled", "releases_access_level": "enabled",
            "emails_disabled": false, "emails_enabled": true, "shared_runners_enabled": true,
            "lfs_enabled": true, "creator_id": .int(creator), "import_url": nil, "import_type": nil,
            "import_status": "none", "import_error": nil, "open_issues_count": 0, "description_html": "",
            "updated_at": nil, "ci_default_git_depth": 20, "ci_config_path": nil, "public_jobs": true,
            "shared_with_groups": [], "only_allow_merge_if_pipeline_succeeds": false,
            "allow_merge_on_skipped_pipeline": nil, "request_access_enabled": true,
            "only_allow_merge_if_all_discussions_are_resolved": false,
            "remove_source_branch_after_merge": true, "printing_merge_request_link_enabled": true,
            "merge_method": "merge", "squash_option": "default_off", "enforce_auth_checks_on_uploads": true,
            "suggestion_commit_message": nil, "merge_commit_template": nil, "squash_commit_template": nil,
            "auto_devops_enabled": false, "autoclose_referenced_issues": true, "keep_latest_artifact": true,
            "approvals_before_merge": 0, "mirror": false,
        ]
    }
}
