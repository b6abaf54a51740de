import GitLabVocabulary
import MetricsCore
import WebhookModels

extension PushEvent {
    /// Of commits the event tells neither parents nor lines nor when they were authored, and the newest 20 at most: they
    /// come by reading, those of merge requests with them, those of the default branch with it.
    func records(_ context: EventContext) -> EventRecords {
        var told = EventRecords(records: NamedPeople([user]).records(context))
        told.refresh = [context.refresh(.list(.branch)), context.refresh(.list(.activityEvent))]
        if !isDeletion, project.defaultBranch.map({ $0 == branch }) ?? true {
            told.refresh.insert(context.refresh(.commits(branch: branch)))
        }
        return told
    }
}

extension TagPushEvent {
    func records(_ context: EventContext) -> EventRecords {
        EventRecords(
            records: NamedPeople([user]).records(context),
            refresh: [context.refresh(.list(.tag)), context.refresh(.list(.activityEvent))])
    }
}
