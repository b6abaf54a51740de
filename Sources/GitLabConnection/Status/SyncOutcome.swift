import GitLabAPI
import MetricsCore
public import MetricsIngestion

/// What a sync means for the state of a project.
public enum SyncOutcome: Hashable, Sendable {
    /// All is read that changed.
    case synced
    /// Some of it failed; the next sync goes on there.
    case failed(StatusFault)
    /// 404 or 403 to a token that is valid: access is lost.
    case lost(StatusFault)
    /// Cut off: tells nothing.
    case cancelled

    public init(_ outcome: ProjectOutcome) {
        switch outcome {
        case .completed: self = .synced
        case .partially(let errors):
            let first = errors.sorted { $0.key.rawValue < $1.key.rawValue }.first?.value
            self = .failed(StatusFault(first ?? GitLabError(.serverFault)))
        case .unreachable: self = .lost(StatusFault(GitLabError(.notFound)))
        case .forbidden: self = .lost(StatusFault(GitLabError(.forbidden)))
        case .failed(let error): self = .failed(StatusFault(error))
        case .cancelled: self = .cancelled
        }
    }
}
