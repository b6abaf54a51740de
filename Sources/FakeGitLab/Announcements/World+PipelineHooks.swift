import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events>
extension World {
    /// Tells of a pipeline that has a new status.
    mutating func announce(pipeline id: Int) { announce { $0.pipelineAnnouncement(id) } }

    /// `nil` for those of blocked users, which hooks do not hear of.
    func pipelineAnnouncement(_ id: Int) -> Announcement? {
        guard let row = pipelines[id], row.user.map({ isBlocked($0) }) != true else { return nil }
        let request = mergeRequest(of: row)
        var body: JSONValue = [
            "object_kind": "pipeline", "object_attributes": attributes(of: row, request),
            "merge_request": request.map { hookRequest($0) } ?? .null,
            "user": row.user.map { hookUser($0) } ?? .null, "project": hookProject(row.parent, isShort: true),
            "commit": hookCommit(row.sha, in: row.parent),
            "builds": .array(
                jobs.rows(ofPipeline: id).filter { !$0.isRetried && !$0.plan.isBridge }.map { hookBuild($0) }),
        ]
        body["source_pipeline"] = sourcePipeline(of: row)
        return announcement("Pipeline Hook", "pipeline_events", in: row.parent, body)
    }

    private func attributes(of row: Pipeline, _ request: MergeRequest?) -> JSONValue {
        let stages = jobs.rows(ofPipeline: row.id).map(\.plan.stage).reduce(into: [String]()) {
            stages, stage in
            if !stages.contains(stage) { stages.append(stage) }
        }
        let words = ["success": "passed"]
        let queued = row.startedAt.map { max(0, Int($0 - row.resource.createdAt)) }
        var object: JSONValue = [
            "id": .int(row.id), "iid": .int(row.iid), "ref": .string(request?.sourceBranch ?? row.ref),
            "tag": .bool(row.isTag), "sha": .string(row.sha),
            "before_sha": .string(commit(row.sha, in: row.parent)?.parents.first ?? RefChange.nothing),
            "source": row.resource["source"], "status": .string(row.status),
            "detailed_status": .string(words[row.status] ?? row.status),
            "stages": .array(stages.map { .string($0) }), "created_at": .hookMoment(row.resource.createdAt),
            "finished_at": .hookMoment(row.finishedAt),
            "duration": row.isFinished ? .int(row.workedSeconds) : .null,
            "queued_duration": .number(queued),
            "variables": .array(
                row.variables.keys.sorted().map { ["key": .string($0), "value": .text(row.variables[$0])] }),
            "url": row.resource["web_url"],
        ]
        if version >= "16.1" { object["name"] = row.resource["name"] }
        return object
    }

    /// What a pipeline shows of the merge request it runs for.
    private func hookRequest(_ row: MergeRequest) -> JSONValue {
        let keys = [
            "id", "iid", "title", "source_branch", "source_project_id", "target_branch", "target_project_id",
            "state", "merge_status", "detailed_merge_status", "url",
        ]
        return hookAttributes(of: row).only(keys)
    }

    /// A job as its pipeline shows it.
    private func hookBuild(_ job: Job) -> JSONValue {
        [
            "id": .int(job.id), "stage": .string(job.plan.stage), "name": .string(job.plan.name),
            "status": .string(job.status), "created_at": .hookMoment(job.createdAt),
            "started_at": .hookMoment(job.startedAt), "finished_at": .hookMoment(job.finishedAt),
            "duration": hookDuration(of: job),
            "queued_duration": job.queuedSeconds.map { .double($0) } ?? .null,
            "failure_reason": .text(job.failureReason), "when": job.plan.isManual ? "manual" : "on_success",
            "manual": .bool(job.plan.isManual),
            "allow_failure": .bool(job.plan.isAllowedToFail || job.plan.isManual),
            "user": hookUser(job.user), "runner": hookRunner(of: job),
            "artifacts_file": ["filename": nil, "size": nil], "environment": hookEnvironment(of: job),
        ]
    }

    /// The pipeline and the job that started this one; `nil` for those nothing started.
    func sourcePipeline(of row: Pipeline) -> JSONValue? {
        guard let bridge = row.bridge.flatMap({ jobs[$0] }) else { return nil }
        return [
            "project": hookProject(bridge.project).only(["id", "web_url", "path_with_namespace"]),
            "pipeline_id": .number(bridge.pipeline), "job_id": .int(bridge.id),
        ]
    }

    private func mergeRequest(of row: Pipeline) -> MergeRequest? {
        guard let match = row.ref.wholeMatch(of: /refs\/merge-requests\/(\d+)\/\w+/),
            let iid = Int(match.output.1)
        else { return nil }
        return mergeRequests.id(iid: iid, in: row.parent).flatMap { mergeRequests[$0] }
    }
}
