import GitLabAPI
import MetricsCore
import Synchronization

/// What has happened so far in the read of one project.
final class ProjectLog: Sendable {
    struct Entries {
        var rows: [RecordKind: Int] = [:]
        var skipped: [RecordKind: Int] = [:]
        /// Kinds GitLab does not hand out, and why.
        var refused: [RecordKind: CoverageRecord.Status] = [:]
        var failures: [RecordKind: GitLabError] = [:]
        /// Kinds of which at least one read went well.
        var succeeded: Set<RecordKind> = []
        /// Kinds that GraphQL did not give, so that REST was asked.
        var fallbacks: [RecordKind: GitLabError] = [:]
        /// What ended the project before its time.
        var end: ProjectOutcome?
    }

    private let state = Mutex(Entries())

    var entries: Entries { state.withLock { $0 } }

    func count(_ rows: Int, skipped: Int = 0, of kind: RecordKind) {
        state.withLock {
            $0.rows[kind, default: 0] += rows
            guard skipped > 0 else { return }
            $0.skipped[kind, default: 0] += skipped
            $0.failures[kind] =
                $0.failures[kind] ?? GitLabError(.decoding, detail: "rows that are not what GitLab documents")
        }
    }

    /// Features that are switched off are no failure; what is forbidden is.
    func refuse(_ kind: RecordKind, _ status: CoverageRecord.Status, _ error: GitLabError) {
        state.withLock {
            $0.refused[kind] = status
            if status == .forbidden { $0.failures[kind] = error }
        }
    }

    func fail(_ kind: RecordKind, _ error: GitLabError) {
        state.withLock { $0.failures[kind] = $0.failures[kind] ?? error }
    }

    func fallBack(_ kind: RecordKind, _ error: GitLabError) {
        state.withLock { $0.fallbacks[kind] = $0.fallbacks[kind] ?? error }
    }

    func end(_ outcome: ProjectOutcome) { state.withLock { $0.end = outcome } }

    func succeed(_ kind: RecordKind) { state.withLock { _ = $0.succeeded.insert(kind) } }

    var outcome: ProjectOutcome {
        let entries = entries
        if let end = entries.end { return end }
        guard let failure = entries.failures.min(by: { $0.key < $1.key })?.value else { return .completed }
        return entries.succeeded.isEmpty ? ProjectOutcome(failure) : .partially(entries.failures)
    }
}
