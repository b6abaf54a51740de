import WebhookModels

extension SampleBody {
    private static let times = #""created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-02T00:00:00Z""#
    private static let member = #"""
        "user_username": "ada", "user_name": "Ada", "user_email": "CANARY", "user_id": 5
        """#

    static let instance: [SampleBody] = [
        SampleBody(
            "member of a group", "Member Hook", .member,
            #"""
            {\#(times), "group_name": "Web", "group_path": "web", "group_id": 35, \#(member), "group_access": "Developer",
             "group_plan": "CANARY", "expires_at": "2026-12-14T00:00:00Z", "event_name": "user_add_to_group"}
            """#),
        SampleBody(
            "member of a project", "System Hook", .member,
            #"""
            {\#(times), "event_name": "user_update_for_team", "access_level": "Maintainer", "project_id": 3,
             "project_name": "CANARY", "project_path_with_namespace": "web/app", \#(member),
             "project_visibility": "CANARY"}
            """#),
        SampleBody(
            "project", "Project Hook", .project, essentials: ["path_with_namespace", "project_id"],
            #"""
            {"event_name": "project_create", \#(times), "name": "App", "path": "app", "path_with_namespace": "web/app",
             "project_id": 3, "project_namespace_id": 35, "owners": [{"name": "CANARY", "email": "CANARY"}],
             "owner_email": "CANARY", "owner_name": "CANARY", "project_visibility": "private"}
            """#),
        SampleBody(
            "group", "System Hook", .group, essentials: ["group_id"],
            #"""
            {"event_name": "group_rename", \#(times), "name": "Web", "path": "web", "full_path": "top/web", "group_id": 35,
             "old_path": "CANARY", "old_full_path": "top/old", "owner_email": "CANARY"}
            """#),
        SampleBody(
            "subgroup", "Subgroup Hook", .subgroup, essentials: ["group_id"],
            #"""
            {\#(times), "event_name": "subgroup_create", "name": "Sub", "path": "sub", "full_path": "web/sub",
             "group_id": 36, "parent_group_id": 35, "parent_name": "CANARY", "parent_path": "web",
             "parent_full_path": "web"}
            """#),
        SampleBody(
            "user", "System Hook", .user, essentials: ["user_id"],
            #"""
            {"event_name": "user_rename", \#(times), "name": "Ada", "email": "CANARY", "user_id": 5, "username": "ada",
             "old_username": "eve"}
            """#),
        SampleBody(
            "key", "System Hook", .key, essentials: ["id"],
            #"{"event_name": "key_create", \#(times), "username": "ada", "key": "ssh-rsa CANARY", "id": 4}"#),
        SampleBody(
            "member approval", "System Hook", .memberApproval, essentials: ["user_id"],
            #"""
            {"object_kind": "gitlab_subscription_member_approval", "action": "enqueue", "object_attributes":
             {"new_access_level": 30, "old_access_level": 10, "existing_member_id": 123, "CANARY": "CANARY"},
             "user_id": 42, "requested_by_user_id": 99, "promotion_namespace_id": 789, \#(times)}
            """#),
        SampleBody(
            "repository_update", "System Hook", .repositoryUpdate,
            #"""
            {"event_name": "repository_update", "user_id": 5, "user_name": "Ada", "user_email": "CANARY", "project_id": 3,
             "project": \#(project), "changes": [{"before": "1111111111111111111111111111111111111111",
             "after": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "ref": "refs/heads/main", "file": "CANARY"}],
             "refs": ["refs/heads/main"]}
            """#),
    ]
}
