import WireFormat

/// Jobs of pipelines and projects, bridges, and what jobs report of tests.
///
/// <https://docs.gitlab.com/api/jobs/>
enum JobEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/pipelines/:pipeline_id/jobs") { (world, call) throws(Rejection) in
            let row = try world.pipeline(of: call)
            let scope = try scope(of: call)
            let withRetried = call.request.flag("include_retried")
            let jobs = world.jobs.rows(ofPipeline: row.id).reversed().filter { job in
                !job.plan.isBridge && (withRetried || !job.isRetried) && scope.admits(job)
            }
            return try call.page(jobs) { world.object($0).serialized() }
        },
        Route("projects/:id/pipelines/:pipeline_id/bridges") { (world, call) throws(Rejection) in
            let row = try world.pipeline(of: call)
            let scope = try scope(of: call)
            let jobs = world.jobs.rows(ofPipeline: row.id).reversed().filter { job in
                job.plan.isBridge && !job.isRetried && scope.admits(job)
            }
            return try call.page(jobs) { world.object($0).serialized() }
        },
        Route("projects/:id/pipelines/:pipeline_id/test_report_summary") { (world, call) throws(Rejection) in
            Answer(world.testReportSummary(of: try world.pipeline(of: call)))
        },
        Route("projects/:id/jobs") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let scope = try scope(of: call)
            let isAscending = try call.isAscending(default: "desc")
            var ids = world.jobs.ids(inProject: project.id).filter { id in
                world.jobs[id].map { !$0.plan.isBridge && scope.admits($0) } ?? false
            }
            if let ref = call.request["ref"] {
                ids = ids.filter { world.jobs[$0]?.pipeline.flatMap { world.pipelines[$0]?.ref } == ref }
            }
            if !isAscending { ids.reverse() }
            let render = { (id: Int) -> [UInt8] in
                world.jobs[id].map { world.object($0).serialized() } ?? []
            }
            if call.request["pagination"] == "keyset" {
                guard call.request["order_by"] ?? "id" == "id" else { throw KeysetPaging.unsupportedOrder }
                return try KeysetPaging.cursor(ids, call, render: render)
            }
            try KeysetPaging.checkOffset(of: call, kind: "Ci::Build")
            return try call.page(ids, counts: false, render: render)
        },
        Route("projects/:id/jobs/:job_id") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let id = try call.number("job_id")
            guard let job = world.jobs[id], job.project == project.id, !job.plan.isBridge else {
                throw .message(404, "404 Not found")
            }
            return Answer(world.object(job))
        },
    ]

    /// The `scope` parameter: statuses, one or several; none for all.
    private struct Scope {
        let statuses: [String]
        func admits(_ job: Job) -> Bool { statuses.isEmpty || statuses.contains(job.status) }
    }

    private static func scope(of call: Call) throws(Rejection) -> Scope {
        let statuses = call.request.list("scope")
        guard statuses.allSatisfy({ PipelineFilter.statuses.contains($0) }) else { throw .value(of: "scope") }
        return Scope(statuses: statuses)
    }
}
