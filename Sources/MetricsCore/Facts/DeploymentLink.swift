/// A merge request and the first successful deployment that brought it to one production environment.
public struct DeploymentLink: Hashable, Sendable {
    /// How it is known, the surest first.
    public enum Basis: UInt8, Hashable, Sendable, CaseIterable {
        /// GitLab lists the merge request under the deployment.
        case listing
        /// Its merge commit is among the commits since the previous success.
        case mergeCommit
        /// Its squash commit is.
        case squashCommit
        /// The head of its source branch is: a fast-forward, or a merge commit that is not known.
        case headCommit
        /// A commit is whose message says that it was picked from the one it landed as, on another branch.
        case cherryPick

        public var confidence: Confidence {
            switch self {
            case .listing, .mergeCommit, .squashCommit: .certain
            case .headCommit, .cherryPick: .likely
            }
        }

        var mark: EvidenceMark {
            switch self {
            case .listing: .linkedByListing
            case .mergeCommit: .linkedByMergeCommit
            case .squashCommit: .linkedBySquashCommit
            case .headCommit: .linkedByHeadCommit
            case .cherryPick: .linkedByCherryPick
            }
        }
    }

    /// Position among the project's merge request timelines.
    public let mergeRequest: Int32
    /// Position among `DeploymentHistory.successes`.
    public let deployment: Int32
    public let basis: Basis
}
