import WireFormat

extension World {
    /// Adds an environment and returns the id.
    ///
    /// - Parameter tier: `nil` leaves it to GitLab's rule of names.
    @discardableResult
    public mutating func addEnvironment(
        _ name: String, in project: Int, tier: String? = nil, externalURL: String? = nil
    ) -> Int {
        let id = sequences.next(.environment)
        environments.insert(
            Environment(
                id: id, project: project, name: name, tier: tier, externalURL: externalURL, now: clock))
        return id
    }

    public mutating func stopEnvironment(_ id: Int) throws(WorldError) {
        guard environments[id] != nil else { throw .missing("environment", id) }
        environments[id]?.resource["state"] = "stopped"
        environments[id]?.resource.update(at: clock)
    }

    /// Begins a deployment and returns the id; it is `running`.
    ///
    /// - Parameters:
    ///   - sha: the tip of `main` by default; an older one makes it a rollback.
    ///   - throughJob: whether a job made it; through the API there is no `deployable`.
    @discardableResult
    public mutating func startDeployment(
        to environment: Int, sha: String? = nil, by user: Int, throughJob: Bool = true
    ) throws(WorldError) -> Int {
        guard let place = environments[environment] else { throw .missing("environment", environment) }
        let project = try self.project(place.parent)
        let commitSHA = sha ?? head(of: project.id) ?? ""
        let id = sequences.next(.deployment)
        let iid = sequences.next(.deployment, in: project.id)
        var job: Job?
        if throughJob {
            let pipeline = pipelines.ids(in: project.id).last { pipelines[$0]?.sha == commitSHA }
            let plan = Job.Plan(name: "deploy", stage: "deploy")
            var row = Job(
                id: sequences.next(.job), project: project.id, pipeline: pipeline, plan: plan, user: user,
                createdAt: clock, status: "running")
            row.startedAt = clock
            row.queuedSeconds = 0.5
            row.isDeployment = true
            row.environment = environment
            jobs.insert(row)
            announce(job: row.id)
            job = row
        }
        deployments.insert(
            Deployment(
                resource: Resource(
                    id: id, iid: iid, parent: project.id, createdAt: clock,
                    object: [
                        "id": .int(id), "iid": .int(iid), "ref": .string(project.defaultBranch),
                        "sha": .string(commitSHA), "created_at": .moment(clock), "updated_at": .moment(clock),
                        "status": "running", "user": basic(user), "environment": place.embedded,
                        "deployable": job.map { object($0) } ?? .null,
                    ]), environment: environment))
        announce(deployment: id)
        return id
    }

    /// Ends a deployment. A success gathers the merge requests that landed since the environment's previous
    /// success.
    ///
    /// - Parameter status: `success`, `failed`, `canceled`, `skipped` or `blocked`.
    public mutating func finishDeployment(_ id: Int, status: String = "success") throws(WorldError) {
        guard let row = deployments[id], row.finishedAt == nil else {
            throw WorldError("deployment \(id) is not running")
        }
        deployments[id]?.resource["status"] = .string(status)
        deployments[id]?.resource.update(at: clock)
        if status != "blocked" { deployments[id]?.finishedAt = clock }
        if let job = row.resource.id(of: "deployable") {
            jobs[job]?.status = status
            jobs[job]?.finishedAt = clock
            if status == "failed" { jobs[job]?.failureReason = "script_failure" }
            let deployable = jobs[job].map { object($0) } ?? .null
            deployments[id]?.resource["deployable"] = deployable
            announce(job: job)
        }
        announce(deployment: id)
        guard status == "success" else { return }
        environments[row.environment]?.resource.update(at: clock)
        gatherMergeRequests(deployment: id)
        environments[row.environment]?.successes.append(id)
        recordActivity(in: row.parent)
    }

    /// Holds a deployment back until so many have approved it.
    public mutating func blockDeployment(_ id: Int, approvals: Int = 1) throws(WorldError) {
        guard deployments[id] != nil else { throw .missing("deployment", id) }
        deployments[id]?.requiredApprovals = approvals
        deployments[id]?.resource["status"] = "blocked"
        deployments[id]?.resource.update(at: clock)
    }

    /// Says yes or no to a blocked deployment; with the last yes it is `created` and may run.
    public mutating func review(
        deployment id: Int, by user: Int, approves: Bool = true, comment: String? = nil
    ) throws(WorldError) {
        guard let row = deployments[id], row.status == "blocked" else {
            throw WorldError("deployment \(id) is not blocked")
        }
        deployments[id]?.approvals.append(
            .init(user: user, status: approves ? "approved" : "rejected", comment: comment, at: clock))
        let given = (row.approvals.filter { $0.status == "approved" }.count) + (approves ? 1 : 0)
        if given >= row.requiredApprovals { deployments[id]?.resource["status"] = "created" }
        deployments[id]?.resource.update(at: clock)
    }

    /// Deploys within the moment and returns the id.
    @discardableResult
    public mutating func deploy(
        to environment: Int, sha: String? = nil, by user: Int, status: String = "success",
        throughJob: Bool = true
    ) throws(WorldError) -> Int {
        let id = try startDeployment(to: environment, sha: sha, by: user, throughJob: throughJob)
        try finishDeployment(id, status: status)
        return id
    }

    /// Ids of a project's environments in order of creation.
    public func environmentIDs(in project: Int) -> [Int] { environments.ids(in: project) }

    /// Ids of a project's deployments in order of creation.
    public func deploymentIDs(in project: Int) -> [Int] { deployments.ids(in: project) }

    private mutating func gatherMergeRequests(deployment id: Int) {
        guard let row = deployments[id], let repository = repositories[row.parent],
            let place = repository.places[row.sha]
        else { return }
        let reached =
            environments[row.environment]?.successes.compactMap {
                deployments[$0].flatMap { repository.places[$0.sha] }
            }.max() ?? -1
        guard place > reached else { return }
        let carried = Set(repository.landed[(reached + 1)...place])
        let ids = mergeRequests.rows(in: row.parent).filter { row in
            row.mergedAt != nil && row.landedSHA.map { carried.contains($0) } == true
        }.sorted { ($0.mergedAt ?? clock) < ($1.mergedAt ?? clock) }.map(\.id)
        deployments[id]?.mergeRequests = ids
        guard environments[row.environment]?.tier == "production" else { return }
        for id in ids where mergeRequests[id]?.firstDeployedAt == nil {
            mergeRequests[id]?.firstDeployedAt = clock
        }
    }
}
