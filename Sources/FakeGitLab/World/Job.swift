import WireFormat

/// The shape of a deployment's `deployable`: the job that made it.
enum Job {
    static func deployable(
        id: Int, project: Project, ref: String, user: JSONValue, userCreatedAt: Instant, commit: Commit?,
        pipeline: Pipeline?, now: Instant
    ) -> JSONValue {
        let runner: JSONValue = [
            "id": 32, "description": "shared-runner-1", "ip_address": nil, "active": true, "paused": false,
            "is_shared": true, "runner_type": "instance_type", "name": nil, "online": true,
            "status": "online",
        ]
        return [
            "id": .int(id), "status": "created", "stage": "deploy", "name": "deploy", "ref": .string(ref),
            "tag": false, "coverage": nil, "allow_failure": false, "created_at": .moment(now),
            "started_at": nil,
            "finished_at": nil, "erased_at": nil, "duration": nil, "queued_duration": nil,
            "user": user.merging(["created_at": .moment(userCreatedAt)]), "commit": commit?.object ?? .null,
            "pipeline": pipeline?.basic ?? .null, "web_url": .string("\(project.webURL)/-/jobs/\(id)"),
            "project": ["ci_job_token_scope_enabled": false],
            "artifacts": [
                ["file_type": "trace", "size": 1500, "filename": "job.log", "file_format": nil]
            ],
            "runner": runner, "runner_manager": nil, "artifacts_expire_at": nil, "archived": false,
            "tag_list": [],
        ]
    }
}
