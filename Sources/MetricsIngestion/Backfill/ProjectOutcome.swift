public import GitLabAPI
public import MetricsCore

/// How the read of one project ended.
public enum ProjectOutcome: Sendable {
    /// All the plan asks for is read. What the project has switched off is left out, see `CoverageRecord`.
    case completed
    /// These kinds could not be read, or not to the end; the others are. The next run goes on where they stopped.
    case partially([RecordKind: GitLabError])
    /// 404: gone, or hidden from the token.
    case unreachable
    /// 403: the token may not read the project.
    case forbidden
    /// Nothing could be read.
    case failed(GitLabError)
    /// The surrounding task was cancelled. The next run goes on where this one stopped.
    case cancelled
}

extension ProjectOutcome {
    /// - Parameter error: what reading the project itself, or the group it is in, ended with.
    init(_ error: GitLabError) {
        self =
            switch error.code {
            case .notFound: .unreachable
            case .forbidden: .forbidden
            case .cancelled: .cancelled
            default: .failed(error)
            }
    }

    public var isCompleted: Bool {
        if case .completed = self { true } else { false }
    }
}
