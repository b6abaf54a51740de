import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension DeploymentEvent {
    /// Which environment it is by id, when it was made, and what it carries come only by reading: until then no metric
    /// counts it.
    func records(_ context: EventContext) -> EventRecords {
        let stamp = statusChangedAt.map { context.stamp($0) } ?? context.stamp
        var record = DeploymentRecord(id: context.key(id), project: context.project)
        record.environmentName = Register(environment, stamp: stamp)
        if let status = DeploymentRecord.Status(rawValue: status.rawValue) {
            record.status = Register(status, stamp: stamp)
            if status.isTerminal, let statusChangedAt {
                record.finish = RankedRegister(Instant(statusChangedAt), rank: .statusChangedAt, stamp: stamp)
            }
        }
        record.triggeredBy = user?.account.map { Register($0, stamp: stamp) }
        var records = NamedPeople([user]).records(context)
        records.insert(record)
        return EventRecords(
            records: records, refresh: [context.refresh(.deployment(id: Int64(id.rawValue)))])
    }
}
