public import Foundation
import GitLabAPI
public import MetricsCore
public import MetricsStorage
public import WebhookModels

/// Turns what GitLab pushes into records and merges them, without asking GitLab anything: what an event tells too
/// little of stands in the result as keys for a `Refresh`.
///
/// Deliveries may come late, twice and in any order: the store ends in the same state. An event makes metrics move at
/// once where it says what happened when; the refresh then puts the whole truth in its place.
///
/// ```swift
/// let ingested = try await receiver.ingest(webhook, receivedAt: now)
/// try await queue.add(ingested.refresh, at: now)
/// ```
public struct WebhookReceiver: Sendable {
    public struct Configuration: Sendable {
        /// The kinds that are kept: those of the backfill's plan; `BackfillPlan.standardKinds` by default.
        public var kinds: Set<RecordKind>
        /// Whether events of a project are applied; all by default. Hooks of groups and instances tell of every
        /// project, also of those the host did not select.
        public var accepts: @Sendable (ProjectKey) -> Bool

        public init(
            kinds: Set<RecordKind> = BackfillPlan.standardKinds,
            accepts: @escaping @Sendable (ProjectKey) -> Bool = { _ in true }
        ) {
            self.kinds = kinds.contains(.job) ? kinds.union([.pipeline]) : kinds
            self.accepts = accepts
        }
    }

    /// Where the deliveries come from: part of every key.
    public let instance: InstanceID
    let storage: any RecordStorage
    public let configuration: Configuration

    public init(
        instance: InstanceID, storage: any RecordStorage, configuration: Configuration = Configuration()
    ) {
        self.instance = instance
        self.storage = storage
        self.configuration = configuration
    }

    /// Applies an event.
    ///
    /// - Parameters:
    ///   - delivery: the delivery's id, the same for every attempt at the same sending.
    ///   - receivedAt: when it arrived.
    /// - Throws: `IngestionError.Code.storage`.
    @discardableResult
    public func ingest(
        _ event: WebhookEvent, delivery: String, receivedAt: Date
    ) async throws(IngestionError) -> IngestedWebhook {
        do throws(StorageError) {
            let told = try await translation(of: event, delivery: delivery, receivedAt: receivedAt)
            let changes = told.records.isEmpty ? RecordChanges() : try await storage.merge(told.records)
            return IngestedWebhook(
                delivery: delivery, kind: event.kind.rawValue, changes: changes,
                refresh: told.refresh.union(self.doubts(about: changes)))
        } catch {
            throw IngestionError(error)
        }
    }

    /// Applies a delivery as it was verified.
    ///
    /// - Throws: `IngestionError.Code.webhook` for a body that cannot be understood, and as `ingest(_:delivery:receivedAt:)`.
    @discardableResult
    public func ingest(
        _ webhook: VerifiedWebhook, receivedAt: Date
    ) async throws(IngestionError) -> IngestedWebhook {
        let event: WebhookEvent
        do throws(WebhookError) {
            event = try webhook.event()
        } catch {
            throw IngestionError(error)
        }
        return try await ingest(event, delivery: webhook.id, receivedAt: receivedAt)
    }

    /// Applies a delivery that waited.
    ///
    /// - Throws: `IngestionError.Code.webhook` for bytes that cannot be understood, `.otherInstance` for an entry of
    ///   another instance, and as `ingest(_:delivery:receivedAt:)`.
    @discardableResult
    public func ingest(_ entry: InboxEntry) async throws(IngestionError) -> IngestedWebhook {
        guard entry.id.instance == instance else { throw IngestionError(.otherInstance) }
        let event: WebhookEvent
        do throws(WebhookError) {
            event = try WebhookEvent(atRest: entry.bytes)
        } catch {
            throw IngestionError(error)
        }
        return try await ingest(
            event, delivery: entry.id.delivery, receivedAt: Date(milliseconds: entry.receivedAt))
    }

    /// A project seen under a path it was not known by, or seen for the first time, is to be read: events tell neither
    /// whether it is archived nor what it was forked from.
    private func doubts(about changes: RecordChanges) -> Set<RefreshKey> {
        let projects = changes.after.projects.filter { key, records in records.project.contains(key) }
        return Set(projects.keys.map { RefreshKey($0, .project) })
    }
}
