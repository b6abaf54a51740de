extension ProjectRecords {
    /// The records that metrics of a period read, and no others.
    ///
    /// - Merge requests and issues created before its end that are open or changed since its start.
    /// - Deployments that had not finished before its start, per environment the last success before it, and the
    ///   merge requests those deployments carry.
    /// - Pipelines that had not finished before its start.
    /// - Commits made in it, or belonging to one of those merge requests.
    /// - What hangs on any of these; environments, coverage and tombstones always.
    ///
    /// Complexity: O(n).
    public func active(in period: Range<Instant>) -> ProjectRecords {
        var active = ProjectRecords()
        active.project = project
        active.environments = environments
        active.coverage = coverage
        active.tombstones = tombstones
        active.deployments = deployments(activeIn: period)
        active.mergeRequests = mergeRequests(activeIn: period, carriedBy: active.deployments)
        active.issues = issues.filter { issue in
            guard let summary = issue.summary?.value else { return true }
            return summary.createdAt < period.upperBound
                && (summary.state == .opened || summary.updatedAt >= period.lowerBound)
        }
        active.pipelines = pipelines.filter { $0.overlaps(period) }
        active.approvals = approvals.filter { active.mergeRequests.contains($0.id) }
        active.provisionalEvents = provisionalEvents.filter { active.mergeRequests.contains($0.mergeRequest) }
        active.notes = notes.filter { active.holds($0.subject) }
        active.listings = listings.filter { active.holds($0.id.subject) }
        let listed = active.listedSHAs
        active.commits = commits.filter {
            period.contains($0.facts.value.committedAt) || listed.contains($0.id.sha)
        }
        return active
    }

    private func deployments(activeIn period: Range<Instant>) -> RecordTable<DeploymentRecord> {
        var lastBefore: [EnvironmentKey: (finish: Instant, id: DeploymentKey)] = [:]
        for deployment in deployments {
            guard let environment = deployment.origin?.value.environment,
                let finish = deployment.finish?.value,
                deployment.status?.value == .success, finish < period.lowerBound
            else { continue }
            let candidate = (finish, deployment.id)
            if lastBefore[environment].map({ $0 < candidate }) ?? true { lastBefore[environment] = candidate }
        }
        let kept = Set(lastBefore.values.map(\.id))
        return deployments.filter { $0.overlaps(period) || kept.contains($0.id) }
    }

    private func mergeRequests(
        activeIn period: Range<Instant>, carriedBy deployments: RecordTable<DeploymentRecord>
    ) -> RecordTable<MergeRequestRecord> {
        var carried: Set<Int64> = []
        for deployment in deployments {
            if case .ids(let ids) = listing(of: .mergeRequest, in: deployment.reference)?.members {
                carried.formUnion(ids)
            }
        }
        return mergeRequests.filter { record in
            guard let summary = record.summary?.value else { return true }
            return carried.contains(record.id.id)
                || summary.createdAt < period.upperBound
                    && (summary.state == .opened || summary.updatedAt >= period.lowerBound)
        }
    }

    /// Whether the thing something hangs on is here.
    private func holds(_ subject: RecordReference) -> Bool {
        guard let id = Int64(subject.id) else { return false }
        return switch subject.kind {
        case .mergeRequest: mergeRequests.contains(MergeRequestKey(subject.instance, id))
        case .issue: issues.contains(IssueKey(subject.instance, id))
        case .deployment: deployments.contains(DeploymentKey(subject.instance, id))
        case .project: true
        default: false
        }
    }

    private var listedSHAs: Set<String> {
        var result: Set<String> = []
        for listing in listings {
            if case .shas(let shas) = listing.members { result.formUnion(shas) }
        }
        return result
    }
}

extension PipelineRecord {
    /// Whether any of its life lies in the period; one whose end is unknown counts from its creation.
    func overlaps(_ period: Range<Instant>) -> Bool {
        guard let summary = summary?.value else { return true }
        guard summary.createdAt < period.upperBound else { return false }
        return (timing?.value.finishedAt ?? summary.createdAt) >= period.lowerBound || !isTerminal
    }

    /// Whether the status is one a pipeline rests in; a retry can still wake it.
    public var isTerminal: Bool {
        ["success", "failed", "canceled", "skipped"].contains(summary?.value.status)
    }
}

extension DeploymentRecord {
    /// Whether any of its life lies in the period.
    func overlaps(_ period: Range<Instant>) -> Bool {
        let createdAt = origin?.value.createdAt ?? finish?.value
        guard let createdAt else { return true }
        guard createdAt < period.upperBound else { return false }
        guard status?.value.isTerminal == true else { return true }
        return (finish?.value ?? createdAt) >= period.lowerBound
    }
}
