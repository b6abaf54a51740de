import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What changed since.
    func readPipelines() async throws -> Extent {
        try await read(
            .pipeline, graphQL: { try await readPipelineNodes($0) }, rest: { try await readPipelineRows() })
    }

    /// Lists do not tell when a pipeline ran, so finished ones are each read by themselves.
    func readPipelineRows() async throws -> Extent {
        let list = List<Pipeline>(
            name: RecordKind.pipeline.rawValue, kind: .pipeline,
            request: { [reference, configuration] mark in
                .pipelines(
                    in: reference, updatedAfter: Date(milliseconds: mark), orderBy: .updatedAt,
                    sort: .ascending, perPage: configuration.pageSize)
            },
            instant: { ($0.updatedAt ?? $0.createdAt).milliseconds }, id: { $0.id.rawValue })
        return try await read(list) { rows, began in try await merge(rows, read: began) }
    }

    private func merge(_ rows: [Pipeline], read began: ReadStart) async throws {
        guard !rows.isEmpty else { return }
        let records = rows.map { $0.record(context(began), isAlone: false) }
        let known = try await stored([.pipeline], of: Set(records.map(\.reference))).pipelines
        let untimed = zip(rows, records).filter { _, record in
            record.isTerminal && !isTimed(known[record.id], asOf: record)
        }
        let timed = try await untimed.map(\.0.id).concurrentMap(atOnce: configuration.requestsPerProject) {
            try await readPipeline($0)
        }
        var page = RecordSet(records)
        for pipeline in timed { page.merge(pipeline) }
        try await merge(page)
    }

    private func isTimed(_ known: PipelineRecord?, asOf row: PipelineRecord) -> Bool {
        guard let timing = known?.timing, let summary = row.summary else { return false }
        // GraphQL's dates have no fraction.
        return timing.stamp.updatedAt / 1000 == summary.stamp.updatedAt / 1000
            && known?.summary?.value == summary.value
    }

    /// Nothing when it has gone meanwhile.
    func readPipeline(_ id: PipelineID) async throws(GitLabError) -> RecordSet {
        do {
            let answer = try await reader.send(.pipeline(id, in: reference))
            return context(answer.began).records(of: [answer.value]) {
                $0.record(context(answer.began), isAlone: true)
            }
        } catch {
            guard error.code == .notFound else { throw error }
            return RecordSet()
        }
    }
}
