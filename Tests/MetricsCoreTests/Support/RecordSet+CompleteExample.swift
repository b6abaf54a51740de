import MetricsCore

extension RecordSet {
    /// One record of each kind with every field known, and one with none: what the newest frozen file holds.
    static let example: RecordSet = {
        var set = exampleOfFormat1
        let project = ProjectKey("alpha", 1)
        let at = Instant(secondsSince1970: 1_700_000_000)
        let stamp = Stamp(updatedAt: 1_700_000_000_123, precision: .millisecond, readBegan: 1_700_000_001_000)
        let read = Stamp(readBegan: 1_700_000_001_000)
        let ada = Account(id: 1, username: "ada")
        let milestoneKey = MilestoneKey("alpha", 11)

        var moved = ProjectRecord(id: project, paths: ["group/before"])
        moved.forkedFrom = Register(ProjectKey("alpha", 3), stamp: stamp)
        moved.existence = Register(.present, stamp: read)
        set.insert(moved)

        var mergeRequest = MergeRequestRecord(id: MergeRequestKey("alpha", 7), project: project)
        mergeRequest.size = Register(.init(additions: 10, deletions: 2, files: 3), stamp: stamp)
        mergeRequest.headPipeline = Register(PipelineKey("alpha", 5), stamp: read)
        mergeRequest.milestone = Register(milestoneKey, stamp: stamp)
        mergeRequest.timeEstimate = Register(3600, stamp: stamp)
        mergeRequest.commitCount = Register(nil, stamp: stamp)
        set.insert(mergeRequest)

        var pipeline = PipelineRecord(id: PipelineKey("alpha", 5), project: project)
        pipeline.user = Register(ada, stamp: stamp)
        pipeline.upstream = Register(nil, stamp: read)
        set.insert(pipeline)

        var issue = IssueRecord(id: IssueKey("alpha", 8), project: project)
        issue.milestone = Register(milestoneKey, stamp: stamp)
        issue.weight = Register(nil, stamp: stamp)
        issue.timeEstimate = Register(0, stamp: stamp)
        issue.movedTo = Register(IssueKey("alpha", 80), stamp: stamp)
        issue.isConfidential = Register(true, stamp: stamp)
        issue.severity = Register("CRITICAL", stamp: stamp)
        issue.dueOn = Register("2023-11-30", stamp: stamp)
        set.insert(issue)

        var milestone = MilestoneRecord(id: milestoneKey, project: project)
        milestone.summary = Register(
            .init(
                iid: 1, title: "1.0", state: "active", createdAt: at, updatedAt: at, startsOn: "2023-11-01",
                dueOn: "2023-11-30"), stamp: stamp)
        milestone.isOfGroup = Register(false, stamp: stamp)
        set.insert(milestone)

        var user = UserRecord(id: UserKey(project, 1))
        user.username = Register("ada", stamp: read)
        user.name = Register("Ada", stamp: read)
        user.isBot = Register(false, stamp: read)
        user.state = Register("active", stamp: read)
        set.insert(user)
        return set
    }()
}
