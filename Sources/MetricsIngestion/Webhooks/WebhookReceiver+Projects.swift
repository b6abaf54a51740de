import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WebhookModels

extension WebhookReceiver {
    /// The projects an event concerns: its own, or for what happened to a group or a user's namespace those stored that
    /// are or were below it.
    func projects(of event: WebhookEvent) async throws(StorageError) -> [ProjectKey] {
        if let id = event.projectID { return [ProjectKey(instance, id.rawValue)] }
        guard let concerns = event.concerns else { return [] }
        let known = try await storage.records(matching: RecordQuery(kinds: [.project]))
        return known.projects.filter { key, records in
            key.instance == instance && (records.project[key]?.paths.contains(where: concerns) ?? false)
        }.keys.sorted()
    }
}

extension WebhookEvent {
    /// Whether something of no project concerns one at that path; `nil` when it concerns none.
    fileprivate var concerns: ((String) -> Bool)? {
        switch self {
        case .group(let event):
            guard event.event == .renamed, let path = event.oldFullPath ?? event.fullPath else { return nil }
            return { $0.lowercased().hasPrefix("\(path.lowercased())/") }
        case .user(let event):
            guard event.event == .renamed, let name = event.oldUsername else { return nil }
            return { $0.lowercased().hasPrefix("\(name.lowercased())/") }
        case .member(let event):
            // Only the last part of the group's path is told.
            guard let path = event.group?.path?.lowercased() else { return nil }
            return { $0.lowercased().split(separator: "/").dropLast().contains(Substring(path)) }
        default: return nil
        }
    }
}
