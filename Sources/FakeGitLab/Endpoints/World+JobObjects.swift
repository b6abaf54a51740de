import WireFormat

extension World {
    /// A job as lists and single answers show it, with the pipeline it started if it is a bridge.
    func object(_ job: Job) -> JSONValue {
        let pipeline = job.pipeline.flatMap { pipelines[$0] }
        let project = projects[job.project]
        let user = users[job.user]
        var object: JSONValue = [
            "id": .int(job.id), "status": .string(job.status), "stage": .string(job.plan.stage),
            "name": .string(job.plan.name), "ref": .string(pipeline?.ref ?? project?.defaultBranch ?? ""),
            "tag": .bool(pipeline?.isTag ?? false), "coverage": job.coverage.map { .double($0) } ?? .null,
            "allow_failure": .bool(job.plan.isAllowedToFail || job.plan.isManual),
            "created_at": .moment(job.createdAt), "started_at": .moment(job.startedAt),
            "finished_at": .moment(job.finishedAt), "erased_at": nil,
            "duration": Self.seconds(job.startedAt.map { (job.finishedAt ?? clock) - $0 }),
            "queued_duration": Self.seconds(job.queuedSeconds),
            "user": basic(job.user).merging(["created_at": .moment(user?.resource.createdAt)]),
            "commit": pipeline.flatMap { commit($0.sha, in: job.project)?.object } ?? .null,
            "pipeline": pipeline?.basic ?? .null,
            "web_url": .string("\(project?.webURL ?? "")/-/jobs/\(job.id)"),
            "project": ["ci_job_token_scope_enabled": false],
        ]
        if let reason = job.failureReason { object["failure_reason"] = .string(reason) }
        if job.plan.isBridge {
            object["downstream_pipeline"] = job.downstream.flatMap { pipelines[$0]?.basic } ?? .null
            return object
        }
        let log: JSONValue = ["file_type": "trace", "size": 1500, "filename": "job.log", "file_format": nil]
        return object.merging([
            "artifacts": job.startedAt == nil ? [] : [log],
            "runner": job.startedAt == nil ? .null : Self.runner, "runner_manager": nil,
            "artifacts_expire_at": nil, "archived": false,
            "tag_list": .array(job.plan.tags.map { .string($0) }),
        ])
    }

    /// The numbers of tests of a pipeline's jobs. A failed job failed one test in twenty.
    func testReportSummary(of row: Pipeline) -> JSONValue {
        let reporting = jobs.rows(ofPipeline: row.id).filter {
            $0.plan.tests > 0 && !$0.isRetried && $0.finishedAt != nil
        }
        let suites = reporting.map { job -> (job: Job, failed: Int, time: Double) in
            let failed = job.status == "failed" ? max(1, job.plan.tests / 20) : 0
            return (job, failed, Double(job.plan.tests) / 8)
        }
        let total = suites.map(\.job.plan.tests).reduce(0, +)
        let failed = suites.map(\.failed).reduce(0, +)
        return [
            "total": [
                "time": .double(suites.map(\.time).reduce(0, +)), "count": .int(total),
                "success": .int(total - failed), "failed": .int(failed), "skipped": 0, "error": 0,
                "suite_error": nil,
            ],
            "test_suites": .array(
                suites.map { suite -> JSONValue in
                    [
                        "name": .string(suite.job.plan.name), "total_time": .double(suite.time),
                        "total_count": .int(suite.job.plan.tests),
                        "success_count": .int(suite.job.plan.tests - suite.failed),
                        "failed_count": .int(suite.failed), "skipped_count": 0, "error_count": 0,
                        "build_ids": [.int(suite.job.id)], "suite_error": nil,
                    ]
                }),
        ]
    }

    static let runner: JSONValue = [
        "id": 32, "description": "shared-runner-1", "ip_address": nil, "active": true, "paused": false,
        "is_shared": true, "runner_type": "instance_type", "name": nil, "online": true, "status": "online",
    ]

    private static func seconds(_ span: Double?) -> JSONValue {
        span.map { .double(($0 * 1000).rounded() / 1000) } ?? .null
    }
}
