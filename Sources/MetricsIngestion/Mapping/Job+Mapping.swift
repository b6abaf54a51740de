import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Job: NamingUsers {
    var users: [User] { [user].compactMap(\.self) }

    /// - Parameter isBridge: whether it stood among a pipeline's bridges.
    func record(of pipeline: PipelineKey, _ context: ReadContext, isBridge: Bool) -> JobRecord {
        // GitLab dates no change of a job; what it went through last does.
        let stamp = context.stamp(updatedAt: finishedAt ?? startedAt ?? createdAt)
        var record = JobRecord(id: context.key(id), project: context.project, pipeline: pipeline)
        record.summary = Register(
            .init(
                name: name, stage: stage, isAllowedToFail: isAllowedToFail,
                createdAt: createdAt.map { Instant($0) }), stamp: stamp)
        record.status = status.map { Register($0.rawValue, stamp: stamp) }
        record.timing = Register(
            .init(
                startedAt: startedAt.map { Instant($0) }, finishedAt: finishedAt.map { Instant($0) },
                duration: duration.map { Int($0) }, queuedDuration: queuedDuration.map { Int($0) }),
            stamp: stamp)
        record.kind = Register(isBridge ? .bridge : .build, stamp: stamp)
        record.failureReason = Register(failureReason?.rawValue, stamp: stamp)
        record.user = Register(user?.account, stamp: stamp)
        return record
    }
}
