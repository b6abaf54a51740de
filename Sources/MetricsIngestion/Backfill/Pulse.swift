import GitLabAPI
import MetricsCore

/// How much has changed in a project since a moment, in numbers, and when that was asked.
struct Pulse: Sendable {
    var counts: ProjectPulse
    /// In milliseconds since 1970.
    var since: Int64
    var began: ReadStart
    /// Kinds whose changes have been read meanwhile, with those of other projects.
    var settled: Set<RecordKind> = []

    /// Whether nothing of that kind has changed since; `false` where GitLab does not tell.
    func isQuiet(_ kind: RecordKind) -> Bool {
        settled.contains(kind) || count(of: kind) == 0
    }

    /// How many of that kind have changed since; `nil` where GitLab does not tell.
    func count(of kind: RecordKind) -> Int? {
        switch kind {
        case .mergeRequest: counts.mergeRequests
        case .issue: counts.issues
        case .pipeline: counts.pipelines
        default: nil
        }
    }
}
