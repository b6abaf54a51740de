extension ProjectRecords {
    /// What metrics of any period read: few rows, whatever the length of history.
    static let alwaysActive: Set<RecordKind> = [
        .project, .environment, .milestone, .user, .member, .release, .branch, .tag, .coverage, .tombstone,
    ]

    /// The records that metrics of a period read, and no others.
    ///
    /// - Merge requests and issues created before its end that are open or changed since its start.
    /// - Deployments that had not finished before its start, per environment the last success before it, and the
    ///   merge requests those deployments carry.
    /// - Pipelines that had not finished before its start.
    /// - Commits made in it, or belonging to one of those merge requests or deployments.
    /// - Time spent and events that happened in it.
    /// - What hangs on any of these.
    /// - The project, environments, milestones, releases, branches, tags, people, coverage and tombstones always.
    ///
    /// The records of a longer period are those of its parts together.
    ///
    /// Complexity: O(n).
    public func active(in period: Range<Instant>) -> ProjectRecords {
        var active = only(Self.alwaysActive)
        let lastSuccesses = lastSuccesses(before: period.lowerBound)
        active.deployments = deployments.filter {
            $0.activitySpan.overlaps(period) || lastSuccesses.contains($0.id)
        }
        let carried = mergeRequests(carriedBy: active.deployments)
        active.mergeRequests = mergeRequests.filter {
            $0.activitySpan.overlaps(period) || carried.contains($0.id)
        }
        active.issues = issues.filter { $0.activitySpan.overlaps(period) }
        active.pipelines = pipelines.filter { $0.activitySpan.overlaps(period) }
        active.approvals = approvals.filter { active.mergeRequests.contains($0.id) }
        active.provisionalEvents = provisionalEvents.filter { active.mergeRequests.contains($0.mergeRequest) }
        let subjects = active.subjects
        func isHeld(_ subject: RecordReference) -> Bool {
            subject.kind == .project || subjects.contains(subject)
        }
        active.notes = notes.filter { isHeld($0.subject) }
        active.labelEvents = labelEvents.filter { isHeld($0.subject) }
        active.stateEvents = stateEvents.filter { isHeld($0.subject) }
        active.milestoneEvents = milestoneEvents.filter { isHeld($0.subject) }
        active.timeLogs = timeLogs.filter { $0.activitySpan.overlaps(period) || isHeld($0.subject) }
        active.activityEvents = activityEvents.filter { $0.activitySpan.overlaps(period) }
        active.jobs = jobs.filter { active.pipelines.contains($0.pipeline) }
        active.listings = listings.filter { isHeld($0.id.subject) }
        let listed = active.listedCommits
        active.commits = commits.filter { $0.activitySpan.overlaps(period) || listed.contains($0.id) }
        return active
    }

    /// How many merge requests and deployments have a life that overlaps the period; O(n), without a copy.
    package func count(activeIn period: Range<Instant>) -> Int {
        mergeRequests.lazy.filter { $0.activitySpan.overlaps(period) }.count
            + deployments.lazy.filter { $0.activitySpan.overlaps(period) }.count
    }

    private func lastSuccesses(before start: Instant) -> Set<DeploymentKey> {
        var last: [EnvironmentKey: DeploymentRecord.Success] = [:]
        for success in deployments.lazy.compactMap(\.success) where success.finish < start {
            last[success.environment] = Swift.max(last[success.environment] ?? success, success)
        }
        return Set(last.values.map(\.id))
    }

    func mergeRequests(carriedBy deployments: RecordTable<DeploymentRecord>) -> Set<MergeRequestKey> {
        var carried: Set<MergeRequestKey> = []
        for deployment in deployments {
            guard case .ids(let ids) = listing(of: .mergeRequest, in: deployment.reference)?.members else {
                continue
            }
            for id in ids { carried.insert(MergeRequestKey(deployment.id.instance, id)) }
        }
        return carried
    }

    /// What something can hang on, of these.
    var subjects: Set<RecordReference> {
        Set(mergeRequests.lazy.map(\.reference))
            .union(issues.lazy.map(\.reference))
            .union(deployments.lazy.map(\.reference))
    }

    var listedCommits: Set<CommitKey> {
        var listed: Set<CommitKey> = []
        for listing in listings {
            guard case .shas(let shas) = listing.members else { continue }
            for sha in shas { listed.insert(CommitKey(listing.project, sha)) }
        }
        return listed
    }
}
