import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// All releases, upcoming ones included.
    func readReleases() async throws -> Extent {
        try await readWhole(
            ReleaseRecord.self, .releases(in: reference, perPage: configuration.pageSize),
            id: { (release: Release) in release.tagName }, gone: { ReleaseRecord(id: $0) }
        ) { rows, context in context.records(of: rows) { $0.record(context) } }
    }
}
