import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Deployment: NamingUsers {
    var users: [User] { [user, deployable?.user].compactMap(\.self) }

    func record(_ context: ReadContext) -> DeploymentRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = DeploymentRecord(id: context.key(id), project: context.project)
        if let environment {
            let origin = DeploymentRecord.Origin(
                iid: Int64(iid.rawValue), environment: context.key(environment.id), ref: ref, sha: sha,
                createdAt: Instant(createdAt))
            record.origin = Register(origin, stamp: stamp)
            record.environmentName = Register(environment.name, stamp: stamp)
        }
        if let status = DeploymentRecord.Status(rawValue: status.rawValue) {
            record.status = Register(status, stamp: stamp)
            if status.isTerminal { record.finish = finish(stamp) }
        }
        record.triggeredBy = Register(user?.account, stamp: stamp)
        return record
    }

    /// REST names no finish: the job's is next best, and deployments made without a job have only `updated_at`.
    private func finish(_ stamp: Stamp) -> RankedRegister<Instant, DeploymentRecord.FinishSource>? {
        if let finishedAt = deployable?.finishedAt {
            return RankedRegister(Instant(finishedAt), rank: .jobFinishedAt, stamp: stamp)
        }
        return updatedAt.map { RankedRegister(Instant($0), rank: .updatedAt, stamp: stamp) }
    }
}
