import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension PipelineEvent {
    /// Child pipelines stand in no list of GitLab's, and are not kept; their jobs are. When a pipeline started comes
    /// only by reading.
    func records(_ context: EventContext) -> EventRecords {
        var told = EventRecords()
        let people = NamedPeople([user] + (builds ?? []).map(\.user))
        told.records = people.records(context)
        for build in builds ?? [] { told.records.insert(build.record(of: context.key(pipeline.id), context)) }
        if pipeline.source != .parentPipeline || context.kinds.contains(.job) {
            told.refresh = [context.refresh(.pipeline(id: Int64(pipeline.id.rawValue)))]
        }
        if let mergeRequest {
            told.refresh.insert(context.refresh(.mergeRequest(iid: Int64(mergeRequest.iid.rawValue))))
        }
        if pipeline.source != .parentPipeline { told.records.insert(record(context)) }
        return told
    }

    private func record(_ context: EventContext) -> PipelineRecord {
        let stamp = context.stamp(touchedAt)
        var record = PipelineRecord(id: context.key(pipeline.id), project: context.project)
        record.summary = Register(
            .init(
                iid: pipeline.iid.map { Int64($0.rawValue) }, status: pipeline.status.rawValue,
                sha: pipeline.sha, createdAt: Instant(pipeline.createdAt)), stamp: stamp)
        record.origin = pipeline.source.map {
            Register(.init(source: $0.rawValue, ref: pipeline.ref), stamp: stamp)
        }
        if record.isTerminal {
            record.timing = Register(
                .init(
                    finishedAt: pipeline.finishedAt.map { Instant($0) }, duration: pipeline.duration,
                    queuedDuration: pipeline.queuedDuration), stamp: stamp)
        }
        record.user = user?.account.map { Register($0, stamp: stamp) }
        record.upstream = Register(source.map { context.key($0.pipelineID) }, stamp: stamp)
        return record
    }

    /// The event does not date the change: the latest instant it names comes next to it.
    private var touchedAt: Date {
        let named = (builds ?? []).flatMap { [$0.createdAt, $0.startedAt, $0.finishedAt] }
        return (named + [pipeline.finishedAt]).compactMap(\.self).reduce(pipeline.createdAt, max)
    }
}
