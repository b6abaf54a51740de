import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

extension JobEvent {
    /// Which of several tries is the last one comes only by reading the pipeline's jobs.
    func records(_ context: EventContext) -> EventRecords {
        guard context.kinds.contains(.job) else { return EventRecords() }
        let told = Try(
            id: id, name: name, stage: stage, status: status, createdAt: createdAt, startedAt: startedAt,
            finishedAt: finishedAt, duration: duration, queuedDuration: queuedDuration,
            isAllowedToFail: isAllowedToFail, failureReason: failureReason, user: user)
        var records = NamedPeople([user]).records(context)
        records.insert(told.record(of: context.key(pipelineID), context))
        return EventRecords(
            records: records, refresh: [context.refresh(.pipeline(id: Int64(pipelineID.rawValue)))])
    }
}

extension WebhookBuild {
    func record(of pipeline: PipelineKey, _ context: EventContext) -> JobRecord {
        Try(
            id: id, name: name, stage: stage, status: status, createdAt: createdAt, startedAt: startedAt,
            finishedAt: finishedAt, duration: duration, queuedDuration: queuedDuration,
            isAllowedToFail: isAllowedToFail, failureReason: failureReason, user: user
        ).record(of: pipeline, context)
    }
}

/// One try of a job, as its own event and that of its pipeline tell it alike. Bridges stand in neither.
private struct Try {
    var id: JobID
    var name: String
    var stage: String?
    var status: PipelineStatus
    var createdAt: Date?
    var startedAt: Date?
    var finishedAt: Date?
    var duration: Double?
    var queuedDuration: Double?
    var isAllowedToFail: Bool?
    var failureReason: String?
    var user: WebhookUser?

    func record(of pipeline: PipelineKey, _ context: EventContext) -> JobRecord {
        // As for reads: what it went through last dates it.
        let stamp = (finishedAt ?? startedAt ?? createdAt).map { context.stamp($0) } ?? context.stamp
        var record = JobRecord(id: context.key(id), project: context.project, pipeline: pipeline)
        record.summary = isAllowedToFail.map {
            Register(
                .init(
                    name: name, stage: stage, isAllowedToFail: $0, createdAt: createdAt.map { Instant($0) }),
                stamp: stamp)
        }
        record.status = Register(status.rawValue, stamp: stamp)
        record.timing = Register(
            .init(
                startedAt: startedAt.map { Instant($0) }, finishedAt: finishedAt.map { Instant($0) },
                duration: duration.map { Int($0) }, queuedDuration: queuedDuration.map { Int($0) }),
            stamp: stamp)
        record.kind = Register(.build, stamp: stamp)
        // Events name a reason also for jobs that did not fail.
        record.failureReason = Register(status == .failed ? failureReason : nil, stamp: stamp)
        record.user = user?.account.map { Register($0, stamp: stamp) }
        return record
    }
}
