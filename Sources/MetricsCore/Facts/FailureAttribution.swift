/// A failure in production, and the deployment it is held against.
public struct FailureAttribution: Hashable, Sendable {
    /// On what ground, the surest first.
    public enum Basis: UInt8, Codable, Hashable, Sendable, CaseIterable {
        /// An incident names the deployment or a merge request it carried.
        case named
        /// The next deployment of the environment brought an older commit back.
        case rollback
        /// The next deployment of the environment carried a revert of what this one carried.
        case revert
        /// It was the last production deployment before the incident.
        case recency

        public var confidence: Confidence {
            switch self {
            case .named: .certain
            case .rollback, .revert: .likely
            case .recency: .guess
            }
        }

        var mark: EvidenceMark {
            switch self {
            case .named: .failureNamed
            case .rollback: .failureRolledBack
            case .revert: .failureReverted
            case .recency: .failureByRecency
            }
        }
    }

    /// Position among `DeploymentHistory.successes`.
    public let deployment: Int32
    public let basis: Basis
    /// Position among the project's incidents; `nil` when a rollback or revert alone tells.
    public let incident: Int32?
    /// When it was over: the incident's closing, or the finish of the rollback or revert.
    public let resolved: Instant?
}
