import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#job-events>
extension World {
    /// Tells of a job that has a new status.
    mutating func announce(job id: Int) { announce { $0.jobAnnouncement(id) } }

    /// `nil` for bridges, for jobs of blocked users, and for those that are in no pipeline.
    func jobAnnouncement(_ id: Int) -> Announcement? {
        guard let job = jobs[id], !job.plan.isBridge, !isBlocked(job.user),
            let row = job.pipeline.flatMap({ pipelines[$0] })
        else { return nil }
        let project = hookProject(job.project, isShort: true)
        var body: JSONValue = [
            "object_kind": "build", "ref": .string(row.ref), "tag": .bool(row.isTag),
            "before_sha": .string(commit(row.sha, in: row.parent)?.parents.first ?? RefChange.nothing),
            "sha": .string(row.sha), "retries_count": .int(retries(of: job)),
            "build_id": .int(id), "build_name": .string(job.plan.name),
            "build_stage": .string(job.plan.stage), "build_status": .string(job.status),
            "build_duration": hookDuration(of: job),
            "build_queued_duration": job.queuedSeconds.map { .double($0) } ?? .null,
            "build_allow_failure": .bool(job.plan.isAllowedToFail || job.plan.isManual),
            "build_failure_reason": .string(job.failureReason ?? "unknown_failure"),
            "pipeline_id": .int(row.id), "runner": hookRunner(of: job), "project_id": .int(job.project),
            "project_name": project["path_with_namespace"] ?? "", "user": hookUser(job.user),
            "commit": pipelineCommit(row), "repository": hookRepository(job.project, isLong: true),
            "project": project, "environment": hookEnvironment(of: job),
        ]
        for (key, moment) in [
            ("build_created_at", job.createdAt), ("build_started_at", job.startedAt),
            ("build_finished_at", job.finishedAt),
        ] { body = body.merging(twins(key, moment)) }
        body["source_pipeline"] = sourcePipeline(of: row)
        return announcement("Job Hook", "job_events", in: job.project, body)
    }

    /// The pipeline of a job, by the name of its commit.
    private func pipelineCommit(_ row: Pipeline) -> JSONValue {
        let commit = commit(row.sha, in: row.parent)?.object
        let object: JSONValue = [
            "id": .int(row.id), "name": row.resource["name"], "sha": .string(row.sha),
            "message": commit?["message"] ?? .null, "author_name": commit?["author_name"] ?? .null,
            "author_email": commit?["author_email"] ?? .null,
            "author_url": .text(row.user.map { "\(externalURL)/\(username($0))" }),
            "status": .string(row.status),
            "duration": row.isFinished ? .int(row.workedSeconds) : .null,
        ]
        return object.merging(twins("started_at", row.startedAt)).merging(
            twins("finished_at", row.finishedAt))
    }

    /// A moment twice: as ever, and since 18.0 as ISO 8601.
    private func twins(_ key: String, _ moment: Instant?) -> JSONValue {
        var object: JSONValue = [key: .hookMoment(moment)]
        if version >= "18.0" { object["\(key)_iso"] = .isoMoment(moment) }
        return object
    }

    private func retries(of job: Job) -> Int {
        guard let pipeline = job.pipeline else { return 0 }
        return jobs.rows(ofPipeline: pipeline).count { $0.plan.name == job.plan.name && $0.id < job.id }
    }

    func hookDuration(of job: Job) -> JSONValue {
        guard let started = job.startedAt else { return .null }
        let seconds = (job.finishedAt ?? clock) - started
        return .double((seconds * 1_000_000).rounded() / 1_000_000)
    }

    func hookRunner(of job: Job) -> JSONValue {
        guard job.startedAt != nil else { return .null }
        return Self.runner.only(["id", "description", "runner_type", "active", "is_shared"]).merging([
            "tags": .array(job.plan.tags.map { .string($0) })
        ])
    }

    /// Where a job deploys to.
    func hookEnvironment(of job: Job) -> JSONValue {
        guard let place = job.environment.flatMap({ environments[$0] }) else { return .null }
        return [
            "name": .string(place.name), "action": "start", "deployment_tier": .string(place.tier),
        ]
    }
}
