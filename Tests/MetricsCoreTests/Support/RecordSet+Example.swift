import MetricsCore

extension RecordSet {
    /// What the frozen file of format 1 holds: one record of each kind there was, with every field there was known,
    /// and one with none.
    static let exampleOfFormat1: RecordSet = {
        let project = ProjectKey("alpha", 1)
        let at = Instant(secondsSince1970: 1_700_000_000)
        let stamp = Stamp(updatedAt: 1_700_000_000_123, precision: .millisecond, readBegan: 1_700_000_001_000)
        let pushed = Stamp(updatedAt: 1_700_000_000_000, precision: .second, readBegan: nil)
        let ada = Account(id: 1, username: "ada")
        let mergeRequestKey = MergeRequestKey("alpha", 7)
        let mergeRequestReference = RecordReference.mergeRequest(mergeRequestKey)

        var set = RecordSet([
            ProjectRecord(
                id: project,
                summary: Register(
                    .init(
                        path: "group/ä", name: "ä", webURL: "https://gitlab.example/group/a",
                        defaultBranch: "main",
                        isArchived: false), stamp: stamp))
        ])
        var environment = EnvironmentRecord(id: EnvironmentKey("alpha", 2), project: project)
        environment.name = Register("production", stamp: pushed)
        environment.tier = Register(.production, stamp: stamp)
        set.insert(environment)

        var mergeRequest = MergeRequestRecord(id: mergeRequestKey, project: project)
        mergeRequest.summary = Register(
            .init(
                iid: 3, title: "Revert \"x\"", state: .merged, isDraft: true, createdAt: at,
                updatedAt: at.advanced(bySeconds: 60), sourceBranch: "topic", targetBranch: "main",
                sourceProject: ProjectKey("alpha", 9), labels: ["a", "b"], reverts: .mergeRequest(iid: 2)),
            stamp: stamp)
        mergeRequest.author = Register(ada, stamp: stamp)
        mergeRequest.reviewers = Register([ada], stamp: stamp)
        mergeRequest.assignees = Register([], stamp: pushed)
        mergeRequest.merge = Register(.init(at: at, by: ada), stamp: stamp)
        mergeRequest.closedAt = Register(nil, stamp: stamp)
        mergeRequest.closedBy = Register(nil, stamp: stamp)
        mergeRequest.headSHA = Register("c0ffee", stamp: stamp)
        mergeRequest.mergeCommitSHA = Register("decade", stamp: stamp)
        mergeRequest.squashCommitSHA = Register(nil, stamp: stamp)
        mergeRequest.webURL = Register("https://gitlab.example/group/a/-/merge_requests/3", stamp: stamp)
        mergeRequest.existence = Register(.present, stamp: Stamp(readBegan: 1_700_000_001_000))
        set.insert(mergeRequest)

        set.insert(
            NoteRecord(
                id: NoteKey("alpha", 4), project: project, subject: mergeRequestReference, createdAt: at,
                facts: Register(
                    .init(
                        author: ada, activity: .approved, isInternal: true, isResolvable: true,
                        resolvedAt: at,
                        resolvedBy: ada), stamp: stamp)))
        set.insert(
            ApprovalsRecord(
                id: mergeRequestKey, project: project,
                by: Register([ada, ada], stamp: stamp), required: Register(2, stamp: stamp)))
        set.insert(
            CommitRecord(
                id: CommitKey(project, "c0ffee"),
                facts: Register(
                    .init(
                        title: "Fix", authorName: "Ada", authorEmail: "ada@example.org", authoredAt: at,
                        reverts: .commit(sha: "facade")), stamp: stamp),
                committedAt: Register(at, stamp: stamp), parents: Register(["decade"], stamp: stamp),
                lines: Register(.init(added: 5, removed: 2), stamp: stamp)))

        var pipeline = PipelineRecord(id: PipelineKey("alpha", 5), project: project)
        pipeline.summary = Register(
            .init(iid: 1, status: "success", sha: "c0ffee", createdAt: at), stamp: stamp)
        pipeline.origin = Register(.init(source: "push", ref: "main"), stamp: stamp)
        pipeline.timing = Register(
            .init(finishedAt: at, duration: 61, queuedDuration: 3), stamp: pushed)
        pipeline.startedAt = Register(at, stamp: stamp)
        set.insert(pipeline)

        var deployment = DeploymentRecord(id: DeploymentKey("alpha", 6), project: project)
        deployment.origin = Register(
            .init(iid: 1, environment: environment.id, ref: "main", sha: "c0ffee", createdAt: at),
            stamp: stamp)
        deployment.environmentName = Register("production", stamp: pushed)
        deployment.status = Register(.success, stamp: pushed)
        deployment.finish = RankedRegister(at, rank: .jobFinishedAt, stamp: stamp)
        deployment.triggeredBy = Register(nil, stamp: stamp)
        set.insert(deployment)

        var issue = IssueRecord(id: IssueKey("alpha", 8), project: project)
        issue.summary = Register(
            .init(
                iid: 2, title: "Down", type: "incident", state: .closed, createdAt: at, updatedAt: at,
                labels: ["p1"], mentions: [.mergeRequest(iid: 3), .deployment(id: 6)]), stamp: stamp)
        issue.author = Register(nil, stamp: stamp)
        issue.assignees = Register([ada], stamp: stamp)
        issue.closedAt = Register(at, stamp: stamp)
        issue.closedBy = Register(ada, stamp: stamp)
        issue.webURL = Register("https://gitlab.example/group/a/-/issues/2", stamp: stamp)
        issue.existence = Register(.gone, stamp: Stamp(readBegan: 1_700_000_001_000))
        set.insert(issue)

        set.insert(
            ListingRecord(
                id: .init(subject: mergeRequestReference, children: .note), project: project,
                began: 1_700_000_001_000, members: .ids([4])))
        set.insert(
            ListingRecord(
                id: .init(subject: mergeRequestReference, children: .commit), project: project,
                began: 1_700_000_001_000, members: .shas(["c0ffee"])))
        set.insert(
            ProvisionalEvent(
                id: .init(instance: "alpha", delivery: "d-1", index: 0), project: project,
                mergeRequest: mergeRequestKey, activity: .unapproved, actor: ada, at: at,
                received: 1_700_000_000_500))
        set.insert(
            CoverageRecord(
                id: .init(project: project, kind: .mergeRequest),
                extent: Register(.init(status: .complete, since: at, until: at), stamp: stamp)))
        set.insert(Tombstone(id: .note(NoteKey("alpha", 99)), project: project, removedAt: at))

        let other = ProjectKey("beta", 1)
        set.insert(ProjectRecord(id: other))
        set.insert(MergeRequestRecord(id: MergeRequestKey("beta", 7), project: other))
        return set
    }()
}
