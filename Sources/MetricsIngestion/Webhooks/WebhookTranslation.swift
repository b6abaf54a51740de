public import Foundation
public import MetricsCore
public import MetricsStorage
public import WebhookModels

/// What an event means here: the records it tells, and what it leaves to be read.
public struct WebhookTranslation: Sendable {
    public var records: RecordSet
    public var refresh: Set<RefreshKey>

    init(records: RecordSet = RecordSet(), refresh: Set<RefreshKey> = []) {
        self.records = records
        self.refresh = refresh
    }
}

extension WebhookReceiver {
    /// What an event would do, without storing anything.
    ///
    /// - Throws: `StorageError` where the store is asked which projects an event of a group concerns.
    public func translation(
        of event: WebhookEvent, delivery: String, receivedAt: Date
    ) async throws(StorageError) -> WebhookTranslation {
        var whole = WebhookTranslation()
        for project in try await projects(of: event) where configuration.accepts(project) {
            let context = EventContext(
                project: project, delivery: delivery, receivedAt: receivedAt.milliseconds,
                kinds: configuration.kinds)
            let told = kept(event.records(context))
            whole.records.merge(told.records)
            whole.refresh.formUnion(told.refresh)
        }
        return whole
    }

    /// What the host keeps of it.
    private func kept(_ told: EventRecords) -> EventRecords {
        let kinds = configuration.kinds
        var always: Set<RecordKind> = [.project, .user]
        if kinds.contains(.mergeRequest) { always.insert(.provisionalEvent) }
        let projects = told.records.projects.mapValues { $0.only(kinds.union(always)) }
        return EventRecords(
            records: RecordSet(projects: projects),
            refresh: told.refresh.filter { key in key.subject.kind.map(kinds.contains) ?? true })
    }
}

extension RefreshKey.Subject {
    /// The kind that is kept where the key is worth reading; `nil` for the project itself.
    fileprivate var kind: RecordKind? {
        switch self {
        case .project: nil
        case .mergeRequest: .mergeRequest
        case .issue: .issue
        case .pipeline: .pipeline
        case .deployment: .deployment
        case .commits: .commit
        case .list(let kind): kind
        }
    }
}
