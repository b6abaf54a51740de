import GitLabVocabulary
import MetricsCore
import WebhookModels

extension ProjectEvent {
    /// Which paths it had; whether it is still there, archived or hidden comes only by reading.
    func records(_ context: EventContext) -> EventRecords {
        EventRecords(
            records: RecordSet([
                ProjectRecord(id: context.project, paths: [path] + [oldPath].compactMap(\.self))
            ]), refresh: [context.refresh(.project)])
    }
}

extension MemberEvent {
    /// Of a member GitLab tells the role in words, and of groups not which projects it holds for.
    func records(_ context: EventContext) -> EventRecords {
        EventRecords(refresh: [context.refresh(.list(.member))])
    }
}

extension RepositoryUpdateEvent {
    /// The one event of a push that moved so many refs that GitLab tells of none of them.
    func records(_ context: EventContext) -> EventRecords {
        var told = EventRecords(records: NamedPeople([user]).records(context))
        told.refresh = [context.refresh(.list(.activityEvent))]
        for ref in Set(changes.map(\.ref) + refs) {
            if ref.hasPrefix("refs/tags/") { told.refresh.insert(context.refresh(.list(.tag))) }
            guard ref.hasPrefix("refs/heads/") else { continue }
            told.refresh.insert(context.refresh(.list(.branch)))
            let branch = String(ref.dropFirst("refs/heads/".count))
            if project?.defaultBranch.map({ $0 == branch }) ?? true {
                told.refresh.insert(context.refresh(.commits(branch: branch)))
            }
        }
        return told
    }
}
