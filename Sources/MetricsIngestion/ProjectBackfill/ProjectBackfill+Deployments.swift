import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What changed since; per production environment the last success before; and the merge requests that
    /// successful production deployments carry.
    func readDeployments() async throws -> Extent {
        if way == .graphQL, let graphQL { return try await readDeploymentNodes(graphQL) }
        let list = List<Deployment>(
            name: RecordKind.deployment.rawValue, kind: .deployment,
            request: { [reference, configuration] mark in
                .deployments(
                    in: reference, updatedAfter: Date(milliseconds: mark), sort: .ascending,
                    perPage: configuration.pageSize)
            },
            instant: { ($0.updatedAt ?? $0.createdAt).milliseconds }, id: { $0.id.rawValue })
        let extent = try await read(list) { rows, began in try await merge(rows, read: began) }
        for environment in try await productionEnvironments() {
            try await readLastSuccess(in: environment, before: extent.since)
        }
        if let graphQL { try await readFinishTimes(graphQL) }
        try await readCarriedMergeRequests(since: extent.since)
        return extent
    }

    private func merge(_ rows: [Deployment], read began: ReadStart) async throws(StorageError) {
        try await merge(context(began).records(of: rows) { $0.record(context(began)) })
    }

    /// Where the first deployment of the window took over from. Asked for once: later windows begin with what
    /// was read for this one.
    private func readLastSuccess(in environment: EnvironmentRecord, before since: Instant) async throws {
        guard let name = environment.name?.value else { return }
        let list = "\(RecordKind.deployment.rawValue).before.\(environment.id.id)"
        var bookmark = try await Bookmark(list, of: key, in: state, at: reader.time.now)
        if let last = bookmark.checkpoint, last.since <= since { return }
        let answer = try await reader.send(
            .deployments(
                in: reference, environment: name, status: .success, updatedBefore: since.date,
                sort: .descending, perPage: 1))
        try await merge(answer.value.elements, read: answer.began)
        log.count(answer.value.elements.count, skipped: answer.value.skipped.count, of: .deployment)
        guard answer.value.skipped.isEmpty else { return }
        try await bookmark.save(
            Checkpoint(since: since, watermark: since.milliseconds, isComplete: true), at: reader.time.now)
    }
}
