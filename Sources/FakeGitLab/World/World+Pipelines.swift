import WireFormat

extension World {
    /// Creates a pipeline and returns the id; it is `pending` until started or finished.
    ///
    /// - Parameters:
    ///   - sha: the tip of `main` by default.
    ///   - source: what started it, such as `push`, `schedule` or `merge_request_event`.
    ///   - variables: what it was started with, which only hooks tell.
    @discardableResult
    public mutating func createPipeline(
        in project: Int, ref: String = "main", sha: String? = nil, source: String = "push", by user: Int,
        variables: [String: String] = [:]
    ) throws(WorldError) -> Int {
        let id = try addPipeline(in: project, ref: ref, sha: sha, source: source, by: user)
        pipelines[id]?.variables = variables
        announce(pipeline: id)
        return id
    }

    /// A pipeline hooks have yet to hear of.
    mutating func addPipeline(
        in project: Int, ref: String, sha: String?, source: String, by user: Int
    ) throws(WorldError) -> Int {
        let home = try self.project(project)
        let id = sequences.next(.pipeline)
        let tag = repositories[project]?.heads[ref] == nil ? repositories[project]?.tags[ref] : nil
        var row = Pipeline(
            id: id, iid: sequences.next(.pipeline, in: project), project: home, ref: ref,
            sha: sha ?? tag?.sha ?? head(of: project) ?? "", source: source, user: user, now: clock)
        row.isTag = tag != nil
        pipelines.insert(row)
        return id
    }

    /// Creates a pipeline for a merge request's latest commit; its ref is `refs/merge-requests/<iid>/head`.
    @discardableResult
    public mutating func createPipeline(forMergeRequest iid: Int, in project: Int, by user: Int)
        throws(WorldError)
        -> Int
    {
        let id = try mergeRequestID(iid, in: project)
        let pipeline = try addPipeline(
            in: project, ref: "refs/merge-requests/\(iid)/head", sha: mergeRequests[id]?.commits.last,
            source: "merge_request_event", by: user)
        mergeRequests[id]?.pipelines.append(pipeline)
        announce(pipeline: pipeline)
        return pipeline
    }

    public mutating func startPipeline(_ id: Int) throws(WorldError) {
        guard pipelines[id] != nil else { throw .missing("pipeline", id) }
        pipelines[id]?.startedAt = clock
        pipelines[id]?.finishedAt = nil
        pipelines[id]?.resource["status"] = "running"
        pipelines[id]?.resource.update(at: clock)
        startJobs(ofPipeline: id)
        announce(pipeline: id)
    }

    /// Ends a pipeline.
    ///
    /// - Parameter status: `success`, `failed`, `canceled` or `skipped`.
    public mutating func finishPipeline(_ id: Int, status: String, coverage: String? = nil) throws(WorldError)
    {
        guard let row = pipelines[id] else { throw .missing("pipeline", id) }
        pipelines[id]?.finishedAt = clock
        pipelines[id]?.workedSeconds += Int(clock - (row.startedAt ?? clock))
        pipelines[id]?.coverage = coverage
        pipelines[id]?.resource["status"] = .string(status)
        pipelines[id]?.resource.update(at: clock)
        finishJobs(
            ofPipeline: id, status: status, coverage: coverage,
            startedAt: row.startedAt ?? row.resource.createdAt)
        announce(pipeline: id)
    }

    /// Runs the failed jobs of a pipeline again: the same pipeline is running once more.
    public mutating func retryPipeline(_ id: Int) throws(WorldError) {
        retryJobs(ofPipeline: id)
        try startPipeline(id)
    }

    /// Ids of a project's pipelines in order of creation.
    public func pipelineIDs(in project: Int) -> [Int] { pipelines.ids(in: project) }
}
