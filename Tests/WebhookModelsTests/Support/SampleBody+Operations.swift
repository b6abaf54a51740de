import WebhookModels

extension SampleBody {
    static let operations: [SampleBody] = [
        SampleBody(
            "pipeline", "Pipeline Hook", .pipeline,
            essentials: [
                "project", "object_attributes", "object_attributes.id", "object_attributes.sha",
                "object_attributes.status", "object_attributes.created_at",
            ],
            #"""
            {"object_kind": "pipeline", "object_attributes": {"id": 31, "iid": 3, "name": null, "ref": "main", "tag": false,
             "sha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "source": "push", "status": "success",
             "detailed_status": "passed", "stages": ["build"], "created_at": "2026-03-02 09:00:00 UTC",
             "finished_at": "2026-03-02 09:10:00 UTC", "duration": 63, "queued_duration": 10,
             "variables": [{"key": "CANARY", "value": "CANARY"}], "url": "https://gitlab.example/web/app/-/pipelines/31"},
             "merge_request": {"id": 701, "iid": 7, "title": "CANARY"}, "user": \#(user), "project": \#(project),
             "commit": \#(commit), "builds": [{"id": 380, "stage": "deploy", "name": "production", "status": "success",
               "created_at": "2026-03-02 09:00:00 UTC", "started_at": "2026-03-02 09:05:00 UTC", "finished_at": null,
               "duration": 17.5, "queued_duration": null, "failure_reason": null, "manual": true,
               "allow_failure": false, "user": \#(user), "runner": {"description": "CANARY", "tags": ["CANARY"]},
               "artifacts_file": {"filename": "CANARY"},
               "environment": {"name": "production", "action": "start", "deployment_tier": "production"}}],
             "source_pipeline": {"project": {"id": 41, "path_with_namespace": "web/up"}, "pipeline_id": 30, "job_id": 34}}
            """#),
        SampleBody(
            "build", "Job Hook", .job, essentials: ["build_id", "build_name", "build_status", "pipeline_id"],
            #"""
            {"object_kind": "build", "ref": "main", "tag": false, "sha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
             "retries_count": 1, "build_id": 380, "build_name": "production", "build_stage": "deploy",
             "build_status": "failed", "build_created_at": "2026-03-02 09:00:00 UTC",
             "build_started_at": "2026-03-02 09:05:00 UTC", "build_finished_at": "2026-03-02 09:06:00 UTC",
             "build_finished_at_iso": "2026-03-02T09:06:00Z", "build_duration": 60.25, "build_queued_duration": 0.5,
             "build_allow_failure": false, "build_failure_reason": "script_failure", "pipeline_id": 31,
             "runner": {"description": "CANARY"}, "project_id": 3, "project_name": "CANARY", "user": \#(user),
             "commit": {"id": 31, "message": "CANARY", "author_email": "CANARY"}, "project": \#(project),
             "environment": {"name": "production", "action": "start", "deployment_tier": "production"}}
            """#),
        SampleBody(
            "deployment", "Deployment Hook", .deployment,
            essentials: ["status", "deployment_id", "environment", "project"],
            #"""
            {"object_kind": "deployment", "status": "success", "status_changed_at": "2026-03-02 11:10:00 +0200",
             "deployment_id": 15, "deployable_id": 380, "deployable_url": "https://CANARY", "environment": "production",
             "environment_tier": "production", "environment_slug": "production",
             "environment_external_url": "https://CANARY", "project": \#(project), "short_sha": "a94a8fe5",
             "user": \#(user), "user_url": "https://CANARY", "commit_title": "Fix rounding",
             "commit_url": "https://gitlab.example/web/app/-/commit/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"}
            """#),
        SampleBody(
            "release", "Release Hook", .release, essentials: ["created_at", "tag", "project"],
            #"""
            {"id": 1, "created_at": "2026-03-03 12:00:00 UTC", "description": "CANARY", "name": "One",
             "released_at": "2026-03-03 12:00:00 UTC", "tag": "v1.0", "object_kind": "release", "project": \#(project),
             "url": "https://gitlab.example/web/app/-/releases/v1.0", "action": "create",
             "assets": {"links": [{"name": "CANARY", "url": "https://CANARY"}]}, "commit": \#(commit)}
            """#),
        SampleBody(
            "feature_flag", "Feature Flag Hook", .featureFlag,
            essentials: ["object_attributes", "object_attributes.id", "object_attributes.name"],
            #"""
            {"object_kind": "feature_flag", "project": \#(project), "user": \#(user), "user_url": "https://CANARY",
             "object_attributes": {"id": 6, "name": "fast", "description": "CANARY", "active": true}}
            """#),
        SampleBody(
            "access_token", "Resource Access Token Hook", .accessToken,
            essentials: ["object_attributes", "object_attributes.id"],
            #"""
            {"object_kind": "access_token", "group": {"group_name": "Web", "group_path": "web", "group_id": 35,
             "full_path": "web"}, "object_attributes": {"user_id": 90, "created_at": "2026-01-24 16:27:40 UTC", "id": 25,
             "name": "robot", "expires_at": "2026-01-26", "last_used_at": null, "token": "CANARY"},
             "event_name": "expiring_access_token"}
            """#),
        SampleBody(
            "deploy_token", "Resource Deploy Token Hook", .deployToken,
            essentials: ["object_attributes", "object_attributes.id"],
            #"""
            {"object_kind": "deploy_token", "project": \#(project), "object_attributes": {"id": 79, "name": "puller",
             "expires_at": "2026-08-03 07:57:25 UTC", "created_at": "2026-07-28 07:57:25 UTC", "revoked": false,
             "deploy_token_type": "project_type", "username": "CANARY"}, "event_name": "expiring_deploy_token"}
            """#),
        SampleBody(
            "vulnerability", "Vulnerability Hook", .vulnerability, essentials: ["object_attributes"],
            #"""
            {"object_kind": "vulnerability", "object_attributes": {"title": "Overflow", "state": "confirmed",
             "url": "https://gitlab.example/web/app/-/security/vulnerabilities/1", "project_id": 3,
             "location": {"file": "CANARY"}, "severity": "high", "identifiers": [{"name": "CANARY"}],
             "report_type": "sast", "confirmed_at": "2026-01-08T00:46:14.413Z", "dismissed_at": null,
             "resolved_at": null, "created_at": "2026-01-08T00:46:14.413Z", "updated_at": "2026-01-08T00:46:14.413Z"}}
            """#),
    ]
}
