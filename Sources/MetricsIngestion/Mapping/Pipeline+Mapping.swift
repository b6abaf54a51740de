import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Pipeline: NamingUsers {
    var users: [User] { [user].compactMap(\.self) }

    /// - Parameter isAlone: whether it was fetched alone; lists tell neither when it ran nor who started it.
    func record(_ context: ReadContext, isAlone: Bool) -> PipelineRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = PipelineRecord(id: context.key(id), project: context.project)
        if let sha {
            let summary = PipelineRecord.Summary(
                iid: iid.map { Int64($0.rawValue) }, status: status.rawValue, sha: sha,
                createdAt: Instant(createdAt))
            record.summary = Register(summary, stamp: stamp)
        }
        record.origin = Register(.init(source: source?.rawValue, ref: ref), stamp: stamp)
        if isAlone {
            let timing = PipelineRecord.Timing(
                finishedAt: finishedAt.map { Instant($0) }, duration: duration.map { Int($0) },
                queuedDuration: queuedDuration.map { Int($0) })
            record.timing = Register(timing, stamp: stamp)
            record.startedAt = Register(startedAt.map { Instant($0) }, stamp: stamp)
            record.user = Register(user?.account, stamp: stamp)
        }
        return record
    }
}
