import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension DeploymentNode {
    func record(in environment: EnvironmentRecord, _ context: ReadContext) -> DeploymentRecord {
        let stamp = context.stamp(updatedAt: updatedAt, precision: .second)
        var record = DeploymentRecord(id: context.key(id), project: context.project)
        if let sha {
            let origin = DeploymentRecord.Origin(
                iid: iid.map { Int64($0.rawValue) }, environment: environment.id, ref: ref, sha: sha,
                createdAt: Instant(createdAt))
            record.origin = Register(origin, stamp: stamp)
        }
        record.environmentName = environment.name.map { Register($0.value, stamp: stamp) }
        if let status = DeploymentRecord.Status(rawValue: status.rawValue) {
            record.status = Register(status, stamp: stamp)
            if status.isTerminal, let finishedAt {
                record.finish = RankedRegister(Instant(finishedAt), rank: .finishedAt, stamp: stamp)
            }
        }
        record.triggeredBy = Register(triggerer?.account, stamp: stamp)
        return record
    }
}
