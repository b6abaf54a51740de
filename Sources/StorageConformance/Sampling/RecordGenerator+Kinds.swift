package import MetricsCore

extension RecordGenerator {
    /// One statement about something of that kind.
    package mutating func record(of kind: RecordKind, in project: ProjectKey) -> any MetricsRecord {
        switch kind {
        case .project: self.project(project)
        case .environment: environment(in: project)
        case .mergeRequest: mergeRequest(in: project)
        case .note: note(in: project)
        case .approvals: approvals(in: project)
        case .commit: commit(in: project)
        case .pipeline: pipeline(in: project)
        case .deployment: deployment(in: project)
        case .issue: issue(in: project)
        case .milestone: milestone(in: project)
        case .user: user(in: project)
        case .job: job(in: project)
        case .release: release(in: project)
        case .branch: branch(in: project)
        case .tag: tag(in: project)
        case .member: member(in: project)
        case .timeLog: timeLog(in: project)
        case .labelEvent: labelEvent(in: project)
        case .stateEvent: stateEvent(in: project)
        case .milestoneEvent: milestoneEvent(in: project)
        case .activityEvent: activityEvent(in: project)
        case .listing: listing(in: project)
        case .provisionalEvent: provisionalEvent(in: project)
        case .coverage: coverage(in: project)
        case .tombstone: tombstone(in: project)
        }
    }
}
