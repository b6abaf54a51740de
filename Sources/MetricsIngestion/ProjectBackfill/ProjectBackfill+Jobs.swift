import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// The jobs made since, retried ones included, a hundred a request; and those made before that had not ended when
    /// they were last read, with their pipelines that have changed. Bridges stand in no list of the project.
    func readJobs() async throws -> Extent {
        var bookmark = try await Bookmark(
            RecordKind.job.rawValue, of: key, in: state, at: reader.time.now)
        var checkpoint = Checkpoint(since: plan.since, watermark: plan.since.milliseconds, isComplete: false)
        if let last = bookmark.checkpoint, last.since <= plan.since { checkpoint = last }
        let since = max(checkpoint.since.milliseconds, checkpoint.watermark - Self.jobOverlap)
        let unfinished = try await unfinishedPipelines(before: since)
        var touched: Set<PipelineKey> = []
        var isWhole = true
        var end: Int64?
        var next: Request<Page<Job>>? = .jobs(in: reference, perPage: configuration.pageSize)
        while let request = next {
            let answer = try await reader.send(request)
            end = end ?? answer.began.earliest
            isWhole = isWhole && answer.value.skipped.isEmpty
            try await merge(answer.value.elements, of: nil, answer.began, &touched)
            log.count(answer.value.elements.count, skipped: answer.value.skipped.count, of: .job)
            let oldest = answer.value.elements.compactMap { $0.createdAt?.milliseconds }.min() ?? .min
            next = oldest < since ? nil : answer.value.next
        }
        for pipeline in unfinished.sorted() where !touched.contains(pipeline) {
            try await readJobs(of: pipeline, &touched)
        }
        try await noteRetries(in: touched)
        if isWhole, let end {
            checkpoint.watermark = max(checkpoint.watermark, end)
            checkpoint.isComplete = true
            try await bookmark.save(checkpoint, at: reader.time.now)
        }
        return Extent(since: checkpoint.since, until: checkpoint.watermark)
    }

    /// The jobs of these pipelines, retried ones included.
    func readJobs(of pipelines: [PipelineKey]) async throws {
        var touched: Set<PipelineKey> = []
        for pipeline in pipelines { try await readJobs(of: pipeline, &touched) }
        try await noteRetries(in: touched)
    }

    private func readJobs(of pipeline: PipelineKey, _ touched: inout Set<PipelineKey>) async throws {
        let listing = CompleteListing(
            first: .jobs(
                ofPipeline: PipelineID(rawValue: Int(pipeline.id)), in: reference, includesRetried: true,
                perPage: configuration.pageSize),
            id: { (job: Job) in job.id }, send: reader.pages())
        do {
            let jobs = try await listing.read()
            try await merge(jobs.rows, of: pipeline, jobs.began, &touched)
            log.count(jobs.rows.count, skipped: jobs.skipped, of: .job)
        } catch {
            // A pipeline that has gone meanwhile is no reason to stop.
            guard (error as? GitLabError)?.code == .notFound else { throw error }
        }
    }

    private func merge(
        _ rows: [Job], of pipeline: PipelineKey?, _ began: ReadStart, _ touched: inout Set<PipelineKey>
    ) async throws {
        let context = context(began)
        let records = context.records(of: rows) { job in
            (pipeline ?? job.pipeline.map { context.key($0.id) }).map {
                job.record(of: $0, context, isBridge: false)
            }
        }
        touched.formUnion(records[key].jobs.lazy.map(\.pipeline))
        reader.reporter.countItems(rows.count)
        try await merge(records)
    }

    /// Pipelines of jobs made before that instant that had not ended when they were read, and that have changed since
    /// as far as is known.
    private func unfinishedPipelines(before since: Int64) async throws -> Set<PipelineKey> {
        let known = try await stored([.job, .pipeline])
        var unfinished: Set<PipelineKey> = []
        for job in known.jobs {
            guard let status = job.status, !JobRecord.isTerminal(status.value),
                let createdAt = job.summary?.value.createdAt, createdAt.milliseconds < since
            else { continue }
            if let changed = known.pipelines[job.pipeline]?.summary?.stamp.updatedAt {
                if isSettled(changed, read: status.stamp.readBegan) { continue }
            } else if ["manual", "skipped"].contains(status.value) {
                // Child pipelines stand in no list; what waits for somebody in one is not asked for again and again.
                continue
            }
            unfinished.insert(job.pipeline)
        }
        return unfinished
    }

    /// REST does not say of a job that it was tried again: a later job of its name does.
    private func noteRetries(in pipelines: Set<PipelineKey>) async throws {
        guard !pipelines.isEmpty else { return }
        let jobs = try await stored([.job], of: Set(pipelines.map { .pipeline($0) })).jobs
        var notes: [JobRecord] = []
        for pipeline in Dictionary(grouping: jobs.rows, by: \.pipeline).values {
            for same in Dictionary(grouping: pipeline, by: { $0.summary?.value.name }).values {
                let latest = same.map(\.id).max()
                for job in same where job.isRetried?.value != (job.id != latest) {
                    var note = JobRecord(id: job.id, project: key, pipeline: job.pipeline)
                    note.isRetried = Register(
                        job.id != latest, stamp: Stamp(readBegan: reader.time.now.milliseconds))
                    notes.append(note)
                }
            }
        }
        try await merge(RecordSet(notes))
    }

    /// In milliseconds; a job is made with its pipeline, long before most of it can have changed.
    private static var jobOverlap: Int64 { 120_000 }
}
