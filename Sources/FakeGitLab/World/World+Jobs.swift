import WireFormat

/// How jobs follow their pipeline: they share its time out among its stages, one stage after the other.
extension World {
    /// Gives a pipeline its jobs, those of its first stage pending.
    mutating func addJobs(_ plans: [Job.Plan], toPipeline id: Int) {
        guard let row = pipelines[id] else { return }
        let first = jobs.rows(ofPipeline: id).first?.plan.stage ?? plans.first?.stage
        for plan in plans {
            let status = plan.isManual ? "manual" : plan.stage == first ? "pending" : "created"
            let job = Job(
                id: sequences.next(.job), project: row.parent, pipeline: id, plan: plan,
                user: row.user ?? Self.ghost, createdAt: clock, status: status)
            jobs.insert(job)
            announce(job: job.id)
        }
    }

    /// Adds a job of one stage to a pipeline and returns the id; it runs and ends with the pipeline.
    @discardableResult
    public mutating func addJob(
        _ name: String, stage: String, toPipeline id: Int, isAllowedToFail: Bool = false,
        isManual: Bool = false,
        tests: Int = 0
    ) throws(WorldError) -> Int {
        guard pipelines[id] != nil else { throw .missing("pipeline", id) }
        var plan = Job.Plan(name: name, stage: stage, isAllowedToFail: isAllowedToFail, isManual: isManual)
        plan.tests = tests
        addJobs([plan], toPipeline: id)
        return jobs.ids(ofPipeline: id).last ?? 0
    }

    /// Starts a pipeline from within another through a bridge, and returns its id: a child in the same project, or
    /// one of another project.
    @discardableResult
    public mutating func createDownstreamPipeline(
        of id: Int, bridge: String = "trigger", in project: Int? = nil
    ) throws(WorldError) -> Int {
        guard let row = pipelines[id] else { throw .missing("pipeline", id) }
        let home = project ?? row.parent
        let isChild = home == row.parent
        let child = try addPipeline(
            in: home, ref: isChild ? row.ref : "main", sha: isChild ? row.sha : nil,
            source: isChild ? "parent_pipeline" : "pipeline", by: row.user ?? Self.ghost)
        let stage = jobs.rows(ofPipeline: id).last?.plan.stage ?? "trigger"
        var job = Job(
            id: sequences.next(.job), project: row.parent, pipeline: id,
            plan: Job.Plan(name: bridge, stage: stage, isBridge: true), user: row.user ?? Self.ghost,
            createdAt: clock, status: "success")
        job.startedAt = clock
        job.finishedAt = clock
        job.downstream = child
        jobs.insert(job)
        pipelines[child]?.bridge = job.id
        announce(pipeline: child)
        return child
    }

    /// Ids of a pipeline's jobs in order of creation, retried ones and bridges included.
    public func jobIDs(ofPipeline id: Int) -> [Int] { jobs.ids(ofPipeline: id) }

    /// Ids of the pipelines a pipeline started through bridges.
    public func downstreamPipelineIDs(of id: Int) -> [Int] {
        jobs.rows(ofPipeline: id).compactMap(\.downstream)
    }

    /// Starts the jobs of the first stage that is not over.
    mutating func startJobs(ofPipeline id: Int) {
        let waiting = unfinishedJobs(ofPipeline: id)
        for job in waiting where job.plan.stage == waiting[0].plan.stage {
            jobs[job.id]?.status = "running"
            jobs[job.id]?.startedAt = clock
            jobs[job.id]?.queuedSeconds = clock - (pipelines[id]?.resource.createdAt ?? clock)
            announce(job: job.id)
        }
    }

    /// Replaces the failed jobs by new ones; what was skipped for them waits again.
    mutating func retryJobs(ofPipeline id: Int) {
        for job in jobs.rows(ofPipeline: id) where !job.isRetried && !job.isDeployment {
            switch job.status {
            case "failed", "canceled":
                jobs[job.id]?.isRetried = true
                let again = Job(
                    id: sequences.next(.job), project: job.project, pipeline: id, plan: job.plan,
                    user: job.user, createdAt: clock, status: "pending")
                jobs.insert(again)
                announce(job: again.id)
            case "skipped":
                jobs[job.id]?.status = "created"
                announce(job: job.id)
            default: break
            }
        }
    }

    /// Ends what is not over as the pipeline ended.
    mutating func finishJobs(ofPipeline id: Int, status: String, coverage: String?, startedAt: Instant) {
        let waiting = unfinishedJobs(ofPipeline: id)
        let stages = waiting.map(\.plan.stage).reduce(into: [String]()) { stages, stage in
            if !stages.contains(stage) { stages.append(stage) }
        }
        var reached = stages.count
        if status != "success", !stages.isEmpty { reached = status == "skipped" ? 0 : 1 + id % stages.count }
        let share = (clock - startedAt) / Double(max(1, reached))
        var culprit = status
        for (index, stage) in stages.enumerated() {
            for job in waiting where job.plan.stage == stage {
                guard index < reached else {
                    jobs[job.id]?.status = status == "canceled" ? "canceled" : "skipped"
                    announce(job: job.id)
                    continue
                }
                let isLast = index == reached - 1 && status != "success" && !job.plan.isAllowedToFail
                finish(
                    job, as: isLast && culprit == status ? status : "success",
                    from: startedAt + share * Double(index), within: share, coverage: coverage)
                if isLast { culprit = "" }
            }
        }
    }

    private mutating func finish(
        _ job: Job, as status: String, from begin: Instant, within share: Double, coverage: String?
    ) {
        let status = status == "success" && job.plan.isAllowedToFail && job.quirk < 0.2 ? "failed" : status
        let queued = min(share / 4, 0.4 + job.quirk * 6)
        jobs[job.id]?.status = status
        jobs[job.id]?.queuedSeconds = job.queuedSeconds ?? queued
        jobs[job.id]?.startedAt = job.startedAt ?? begin + queued
        jobs[job.id]?.finishedAt = begin + share * (0.7 + 0.3 * job.quirk)
        if status == "failed" {
            let reasons = [
                "script_failure", "script_failure", "runner_system_failure", "job_execution_timeout",
            ]
            jobs[job.id]?.failureReason = reasons[Int(job.quirk * 4)]
        }
        if job.plan.tests > 0 { jobs[job.id]?.coverage = coverage.flatMap(Double.init) }
        announce(job: job.id)
    }

    private func unfinishedJobs(ofPipeline id: Int) -> [Job] {
        jobs.rows(ofPipeline: id).filter { !$0.isOver && !$0.isDeployment }
    }
}
