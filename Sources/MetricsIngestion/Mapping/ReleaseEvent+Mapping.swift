import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension ReleaseEvent {
    /// GitLab dates no change of a release, so what was read stands; one that nobody has read is seen at once.
    func records(_ context: EventContext) -> EventRecords {
        var told = EventRecords(refresh: [context.refresh(.list(.release))])
        guard action != .delete else { return told }
        var record = ReleaseRecord(id: ReleaseKey(context.project, tag))
        record.summary = Register(
            .init(
                name: name, createdAt: Instant(createdAt), releasedAt: releasedAt.map { Instant($0) }),
            stamp: context.stamp)
        record.sha = commit.map { Register($0.id, stamp: context.stamp) }
        told.records.insert(record)
        return told
    }
}
