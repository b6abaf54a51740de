import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What changed since, whatever its state, and all that is open.
    ///
    /// The open ones first: one that is merged before it is reached has changed, and comes with the others.
    func readMergeRequests() async throws -> Extent {
        try await read(
            .mergeRequest, graphQL: { try await readMergeRequestNodes($0) },
            rest: { try await readMergeRequestRows() })
    }

    private func readMergeRequestRows() async throws -> Extent {
        let merge: @Sendable ([MergeRequest], ReadStart) async throws -> Void = {
            try await self.merge($0, read: $1)
        }
        let since = plan.since.date
        try await readOnce(
            mergeRequests("\(RecordKind.mergeRequest.rawValue).open") { [reference, configuration] mark in
                .mergeRequests(
                    in: reference, state: .opened, updatedAfter: Date(milliseconds: mark),
                    updatedBefore: since, orderBy: .updatedAt, sort: .ascending,
                    perPage: configuration.pageSize)
            }, merging: merge)
        return try await read(
            mergeRequests(RecordKind.mergeRequest.rawValue) { [reference, configuration] mark in
                .mergeRequests(
                    in: reference, updatedAfter: Date(milliseconds: mark), orderBy: .updatedAt,
                    sort: .ascending, perPage: configuration.pageSize)
            }, merging: merge)
    }

    private func mergeRequests(
        _ name: String, _ request: @escaping @Sendable (Int64) -> Request<Page<MergeRequest>>
    ) -> List<MergeRequest> {
        List(
            name: name, kind: .mergeRequest, request: request, instant: { $0.updatedAt.milliseconds },
            id: { $0.id.rawValue })
    }

    /// Merges a page of merge requests together with the children that may have changed since they were read.
    ///
    /// - Parameter isFresh: whether all children are read whether or not they may have.
    func merge(_ rows: [MergeRequest], read began: ReadStart, isFresh: Bool = false) async throws {
        guard !rows.isEmpty else { return }
        let context = context(began)
        var records = context.records(of: rows) { $0.record(context) }
        let stale = isFresh ? allChildren(of: rows) : try await staleChildren(of: rows)
        let children = try await stale.concurrentMap(atOnce: configuration.requestsPerProject) {
            try await readChildren($0.kinds, of: $0.mergeRequest)
        }
        for child in children { records.merge(child) }
        try await merge(records)
    }
}
