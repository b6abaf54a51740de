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
        let takers = try await takers(of: entry)
        guard !takers.isEmpty else { return nil }
        let receiver = WebhookReceiver(
            instance: instance, storage: storage,
            configuration: .init(kinds: kinds, accepts: { takers.contains($0) }))
        let ingested = try await receiver.ingest(entry)
        try await keeping { () async throws(StorageError) in
            let arrived = Date(timeIntervalSince1970: Double(entry.receivedAt) / 1000)
            try await queue.add(ingested.refresh, told: arrived, at: time.now)
            if let project = entry.project {
                try await noteDelivery(for: ProjectID(rawValue: Int(project.id)), at: Instant(arrived))
            }
        }
        return ingested
    }

    /// The projects that a delivery may write to: its own, or all, for what happened to a group.
    private func takers(of entry: InboxEntry) async throws(IngestionError) -> Set<ProjectKey> {
        guard entry.id.instance == instance else { throw IngestionError(.otherInstance) }
        return try await keeping { () async throws(StorageError) in
            guard let record = try await record.value(), record.isActive else { return [] }
            guard let project = entry.project else {
                let taken = try await statuses().filter { $0.state != .excluded }
                return Set(taken.map { ProjectKey(instance, $0.project.rawValue) })
            }
            let id = ProjectID(rawValue: Int(project.id))
            if let known = try await status(of: id).value() {
                return known.state == .excluded ? [] : [project]
            }
            guard let path = try? WebhookEvent(atRest: entry.bytes).projectPath,
                record.selection.selects(id, path: path)
            else { return [] }
            try await hasten(record)
            return [project]
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

    /// Not every one of a burst is written down: it is known to ten seconds.
    private func noteDelivery(for project: ProjectID, at arrived: Instant) async throws(StorageError) {
        let document = status(of: project)
        let last = try await document.value()?.lastDelivery
        if let last, last.seconds(until: arrived) < 10 { return }
        try await document.update { old in
            var status = old
            status?.lastDelivery = max(old?.lastDelivery ?? arrived, arrived)
            return status
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
