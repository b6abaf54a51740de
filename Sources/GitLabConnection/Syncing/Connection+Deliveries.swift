import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
public import MetricsIngestion
public import MetricsStorage
import WebhookModels

extension Connection {
    /// Applies a delivery that waited, if the connection is active and its project selected, notes that it came, and
    /// puts into `queue` what is to be read because of it.
    ///
    /// A project that nobody knew, in a selected group or matching a pattern, is taken in by the next step of
    /// `AutoSync`.
    ///
    /// - Returns: `nil` when it was left out.
    /// - Throws: `IngestionError` as `WebhookReceiver.ingest(_:)`.
    @discardableResult
    public func ingest(_ entry: InboxEntry) async throws(IngestionError) -> IngestedWebhook? {
        let (takers, last) = try await takers(of: entry)
        guard !takers.isEmpty else { return nil }
        let receiver = WebhookReceiver(
            instance: instance, storage: storage,
            configuration: .init(kinds: kinds, accepts: { takers.contains($0) }))
        let ingested = try await receiver.ingest(entry)
        try await keeping { () async throws(StorageError) in
            let arrived = Date(milliseconds: entry.receivedAt)
            try await queue.add(ingested.refresh, told: arrived, at: time.now)
            // Not every one of a burst is written down: it is known to ten seconds.
            guard let project = entry.project, last?.seconds(until: Instant(arrived)) ?? 10 >= 10 else {
                return
            }
            try await status(of: project.projectID).update { old in
                var status = old
                status?.lastDelivery = max(old?.lastDelivery ?? Instant(arrived), Instant(arrived))
                return status
            }
        }
        return ingested
    }

    /// The projects that a delivery may write to: its own, or all, for what happened to a group; and when the last one
    /// for its own came.
    private func takers(
        of entry: InboxEntry
    ) async throws(IngestionError) -> (projects: Set<ProjectKey>, last: Instant?) {
        guard entry.id.instance == instance else { throw IngestionError(.otherInstance) }
        return try await keeping { () async throws(StorageError) in
            guard let record = try await record.value(), record.isActive else { return ([], nil) }
            guard let project = entry.project else {
                let taken = try await statuses().filter { $0.state != .excluded }
                return (Set(taken.map { ProjectKey(instance, $0.project.rawValue) }), nil)
            }
            let id = project.projectID
            if let known = try await status(of: id).value() {
                return (known.state == .excluded ? [] : [project], known.lastDelivery)
            }
            guard let path = try? WebhookEvent(atRest: entry.bytes).projectPath,
                record.selection.selects(id, path: path)
            else { return ([], nil) }
            try await hasten(record)
            return ([project], nil)
        }
    }

    /// Has the selection resolved at the next step; not much more often than else, whatever arrives.
    private func hasten(_ known: ConnectionRecord) async throws(StorageError) {
        let age = known.resolvedAt?.seconds(until: now) ?? 0
        guard age >= schedule.interval / 10 else { return }
        try await record.update { old in
            var record = old
            record?.resolvedAt = nil
            return record
        }
    }

    private func keeping<Value: Sendable>(
        _ work: () async throws(StorageError) -> Value
    ) async throws(IngestionError) -> Value {
        do throws(StorageError) {
            return try await work()
        } catch {
            throw IngestionError(error)
        }
    }
}
