/// How sure a conclusion is.
public enum Confidence: Int, Codable, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
    /// Drawn by rule where GitLab tells nothing; often right.
    case guess
    /// What GitLab tells leaves hardly another reading.
    case likely
    /// GitLab, or a person, says so.
    case certain

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    public var description: String {
        switch self {
        case .guess: "guess"
        case .likely: "likely"
        case .certain: "certain"
        }
    }
}

extension DeploymentLink.Basis {
    /// GitLab's own list is certain. A landed commit among those deployed is likely: it can have been deployed and
    /// taken out again. A head can be on many branches.
    public var confidence: Confidence {
        switch self {
        case .listing: .certain
        case .mergeCommit, .squashCommit: .likely
        case .headCommit: .guess
        }
    }

    var words: String {
        switch self {
        case .listing: "place in GitLab's list"
        case .mergeCommit: "merge commit"
        case .squashCommit: "squash commit"
        case .headCommit: "head commit"
        }
    }
}

extension FailureAttribution.Basis {
    /// An incident that names it is certain; a rollback or revert right after it likely; being the last before an
    /// incident a guess.
    public var confidence: Confidence {
        switch self {
        case .named: .certain
        case .rollback, .revert: .likely
        case .recency: .guess
        }
    }

    var words: String {
        switch self {
        case .named: "the incident names it"
        case .rollback: "rolled back by the next deployment"
        case .revert: "the next deployment carried a revert"
        case .recency: "the last deployment before the incident"
        }
    }
}
