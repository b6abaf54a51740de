import GitLabVocabulary
import MetricsCore
import WebhookModels

extension WebhookEvent {
    /// What it tells of one project. Kinds no metric reads tell only which path the project has.
    func records(_ context: EventContext) -> EventRecords {
        var told = ownRecords(context)
        if let path = projectPath {
            told.records.insert(ProjectRecord(id: context.project, paths: [path]))
        }
        return told
    }

    private func ownRecords(_ context: EventContext) -> EventRecords {
        switch self {
        case .mergeRequest(let event): event.records(context)
        case .note(let event): event.records(context)
        case .issue(let event): event.records(context)
        case .pipeline(let event): event.records(context)
        case .job(let event): event.records(context)
        case .deployment(let event): event.records(context)
        case .push(let event): event.records(context)
        case .tagPush(let event): event.records(context)
        case .release(let event): event.records(context)
        case .milestone(let event): event.records(context)
        case .project(let event): event.records(context)
        case .member(let event): event.records(context)
        case .repositoryUpdate(let event): event.records(context)
        // Paths below a renamed group or user change, and nothing tells of each.
        case .group, .user: EventRecords(refresh: [context.refresh(.project)])
        case .emoji, .wikiPage, .featureFlag, .subgroup, .accessToken, .deployToken, .vulnerability, .key,
            .memberApproval, .unrecognized:
            EventRecords()
        }
    }
}
