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
        milestone.existence = Register(.present, stamp: read)
        set.insert(milestone)

        var user = UserRecord(id: UserKey(project, 1))
        user.username = Register("ada", stamp: read)
        user.name = Register("Ada", stamp: read)
        user.isBot = Register(false, stamp: read)
        user.state = Register("active", stamp: read)
        set.insert(user)
        set.insertRepository(of: project, ada, at, stamp, read)
        set.insertEvents(of: project, ada, at, stamp, read)
        return set
    }()
}

extension RecordSet {
    fileprivate mutating func insertRepository(
        of project: ProjectKey, _ ada: Account, _ at: Instant, _ stamp: Stamp, _ read: Stamp
    ) {
        var job = JobRecord(
            id: JobKey("alpha", 12), project: project, pipeline: PipelineKey("alpha", 5))
        job.summary = Register(
            .init(name: "test", stage: "test", isAllowedToFail: true, createdAt: at), stamp: stamp)
        job.status = Register("failed", stamp: stamp)
        job.timing = Register(
            .init(startedAt: at, finishedAt: at, duration: 61, queuedDuration: 3), stamp: stamp)
        job.kind = Register(.bridge, stamp: stamp)
        job.isRetried = Register(true, stamp: stamp)
        job.failureReason = Register("script_failure", stamp: stamp)
        job.user = Register(ada, stamp: stamp)
        job.downstream = Register(PipelineKey("alpha", 50), stamp: stamp)
        insert(job)

        var release = ReleaseRecord(id: ReleaseKey(project, "v1.0"))
        release.summary = Register(.init(name: "One", createdAt: at, releasedAt: at), stamp: read)
        release.author = Register(ada, stamp: read)
        release.sha = Register("c0ffee", stamp: read)
        release.milestones = Register([MilestoneKey("alpha", 11)], stamp: read)
        release.existence = Register(.present, stamp: read)
        insert(release)

        var branch = BranchRecord(id: BranchKey(project, "main"))
        branch.head = Register(.init(sha: "c0ffee", committedAt: at), stamp: read)
        branch.traits = Register(.init(isDefault: true, isProtected: true, isMerged: false), stamp: read)
        branch.existence = Register(.present, stamp: read)
        insert(branch)

        var tag = TagRecord(id: TagKey(project, "v1.0"))
        tag.sha = Register("c0ffee", stamp: read)
        tag.createdAt = Register(at, stamp: read)
        tag.existence = Register(.gone, stamp: read)
        insert(tag)

        var member = MemberRecord(id: UserKey(project, 1))
        member.user = Register(ada, stamp: read)
        member.accessLevel = Register(40, stamp: read)
        member.expiresOn = Register("2024-01-31", stamp: read)
        member.isInherited = Register(true, stamp: read)
        member.existence = Register(.present, stamp: read)
        insert(member)
    }

    fileprivate mutating func insertEvents(
        of project: ProjectKey, _ ada: Account, _ at: Instant, _ stamp: Stamp, _ read: Stamp
    ) {
        let subject = RecordReference.mergeRequest(MergeRequestKey("alpha", 7))
        var timeLog = TimeLogRecord(
            id: TimeLogKey("alpha", 13), project: project, subject: subject,
            facts: Register(.init(user: ada, seconds: -600, spentAt: at), stamp: stamp))
        timeLog.existence = Register(.present, stamp: read)
        insert(timeLog)
        insert(
            LabelEventRecord(
                id: .init("alpha", 14), project: project, subject: subject, createdAt: at,
                user: Register(ada, stamp: read),
                change: Register(.init(label: "p1", isAdded: true), stamp: read)))
        insert(
            StateEventRecord(
                id: .init("alpha", 15), project: project, subject: subject, createdAt: at,
                user: Register(nil, stamp: read),
                change: Register(
                    .init(
                        state: "closed", sourceCommit: "c0ffee",
                        sourceMergeRequest: MergeRequestKey("alpha", 9)), stamp: read)))
        insert(
            MilestoneEventRecord(
                id: .init("alpha", 16), project: project, subject: subject, createdAt: at,
                user: Register(ada, stamp: read),
                change: Register(.init(milestone: MilestoneKey("alpha", 11), isAdded: false), stamp: read)))
        insert(
            ActivityEventRecord(
                id: ActivityEventKey("alpha", 17), project: project, createdAt: at,
                facts: Register(
                    .init(
                        author: ada, action: "pushed to", target: .init(type: "Issue", id: 8, iid: 2),
                        push: .init(
                            action: "created", refType: "branch", ref: "topic", commitCount: 2,
                            fromSHA: nil, toSHA: "c0ffee")), stamp: read)))
    }
}
