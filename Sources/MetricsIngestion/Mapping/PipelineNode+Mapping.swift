import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension PipelineNode {
    func record(_ context: ReadContext) -> PipelineRecord {
        let stamp = context.stamp(updatedAt: updatedAt, precision: .second)
        var record = PipelineRecord(id: context.key(id), project: context.project)
        if let sha {
            let summary = PipelineRecord.Summary(
                iid: iid.map { Int64($0.rawValue) }, status: status.rawValue, sha: sha,
                createdAt: Instant(createdAt))
            record.summary = Register(summary, stamp: stamp)
        }
        if hasOrigin { record.origin = Register(.init(source: source?.rawValue, ref: ref), stamp: stamp) }
        if record.isTerminal {
            let timing = PipelineRecord.Timing(
                finishedAt: finishedAt.map { Instant($0) }, duration: duration,
                queuedDuration: queuedDuration.map { Int($0) })
            record.timing = Register(timing, stamp: stamp)
            record.startedAt = Register(startedAt.map { Instant($0) }, stamp: stamp)
            record.user = Register(user?.account, stamp: stamp)
        }
        if hasUpstream { record.upstream = Register(upstream.map { context.key($0) }, stamp: stamp) }
        return record
    }
}
