import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Issues and incidents: what changed since, and all that is open. The open ones first, as for merge requests.
    func readIssues() async throws -> Extent {
        try await read(
            .issue, graphQL: { try await readIssueNodes($0) }, rest: { try await readIssueRows() })
    }

    private func readIssueRows() async throws -> Extent {
        let merge: @Sendable ([Issue], ReadStart) async throws -> Void = {
            try await self.merge($0, read: $1)
        }
        let since = plan.since.date
        try await readOnce(
            issues("\(RecordKind.issue.rawValue).open") { [reference, configuration] mark in
                .issues(
                    in: reference, state: .opened, updatedAfter: Date(milliseconds: mark),
                    updatedBefore: since, orderBy: .updatedAt, sort: .ascending,
                    perPage: configuration.pageSize)
            }, merging: merge)
        return try await read(
            issues(RecordKind.issue.rawValue) { [reference, configuration] mark in
                .issues(
                    in: reference, updatedAfter: Date(milliseconds: mark), orderBy: .updatedAt,
                    sort: .ascending, perPage: configuration.pageSize)
            }, merging: merge)
    }

    private func issues(
        _ name: String, _ request: @escaping @Sendable (Int64) -> Request<Page<Issue>>
    ) -> List<Issue> {
        List(
            name: name, kind: .issue, request: request, instant: { $0.updatedAt.milliseconds },
            id: { $0.id.rawValue })
    }

    func merge(_ rows: [Issue], read began: ReadStart) async throws(StorageError) {
        try await merge(context(began).records(of: rows) { $0.record(context(began)) })
    }
}
