extension ActivityIndex {
    /// `records.active(in: period)`, in time proportional to the answer.
    ///
    /// - Parameter records: what the index was made of and has followed since.
    package func active(in period: Range<Instant>, of records: ProjectRecords) -> ProjectRecords {
        var active = records.only(ProjectRecords.alwaysActive)
        take(deployments.candidates(for: period), from: records.deployments, to: &active.deployments) {
            $0.activitySpan.overlaps(period)
        }
        take(lastSuccesses(before: period.lowerBound), from: records.deployments, to: &active.deployments)

        take(mergeRequests.candidates(for: period), from: records.mergeRequests, to: &active.mergeRequests) {
            $0.activitySpan.overlaps(period)
        }
        take(
            records.mergeRequests(carriedBy: active.deployments), from: records.mergeRequests,
            to: &active.mergeRequests)
        take(issues.candidates(for: period), from: records.issues, to: &active.issues) {
            $0.activitySpan.overlaps(period)
        }
        take(pipelines.candidates(for: period), from: records.pipelines, to: &active.pipelines) {
            $0.activitySpan.overlaps(period)
        }
        for pipeline in active.pipelines {
            take(jobs[pipeline.id], from: records.jobs, to: &active.jobs)
        }
        take(
            activityEvents.candidates(for: period), from: records.activityEvents, to: &active.activityEvents
        ) { $0.activitySpan.overlaps(period) }
        take(timeLogs.candidates(for: period), from: records.timeLogs, to: &active.timeLogs) {
            $0.activitySpan.overlaps(period)
        }
        takeChildren(from: records, to: &active)
        take(commits.candidates(for: period), from: records.commits, to: &active.commits) {
            $0.activitySpan.overlaps(period)
        }
        take(active.listedCommits, from: records.commits, to: &active.commits)
        return active
    }

    /// About how many merge requests and deployments the period concerns, and never fewer.
    package func count(activeIn period: Range<Instant>) -> Int {
        mergeRequests.count(for: period) + deployments.count(for: period)
    }

    private func takeChildren(from records: ProjectRecords, to active: inout ProjectRecords) {
        take(active.mergeRequests.map(\.id), from: records.approvals, to: &active.approvals)
        for record in active.mergeRequests {
            take(events[record.id], from: records.provisionalEvents, to: &active.provisionalEvents)
        }
        for subject in active.subjects.union(projects) {
            take(notes[subject], from: records.notes, to: &active.notes)
            take(listings[subject], from: records.listings, to: &active.listings)
            take(labelEvents[subject], from: records.labelEvents, to: &active.labelEvents)
            take(stateEvents[subject], from: records.stateEvents, to: &active.stateEvents)
            take(milestoneEvents[subject], from: records.milestoneEvents, to: &active.milestoneEvents)
            take(bookedTime[subject], from: records.timeLogs, to: &active.timeLogs)
        }
    }

    private func lastSuccesses(before start: Instant) -> [DeploymentKey] {
        successes.values.compactMap { successes in
            let place = successes.partitioningIndex { $0.finish >= start }
            return place > 0 ? successes[place - 1].id : nil
        }
    }

    private func take<Record: MetricsRecord>(
        _ ids: some Sequence<Record.ID>, from stored: RecordTable<Record>,
        to active: inout RecordTable<Record>,
        where isIncluded: (Record) -> Bool = { _ in true }
    ) {
        for id in ids {
            guard let record = stored[id], isIncluded(record) else { continue }
            active.replace(record)
        }
    }
}
