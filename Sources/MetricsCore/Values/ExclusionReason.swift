/// Why a record that belongs to the period does not count in a value.
public struct ExclusionReason: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// By a bot.
    public static let bot = Self(rawValue: "bot")
    /// It never became ready for review.
    public static let draft = Self(rawValue: "draft")
    /// It ends before it starts.
    public static let backwards = Self(rawValue: "backwards")
    /// It would last longer than 136 years.
    public static let implausible = Self(rawValue: "implausible")
    /// An instant the definition needs is not known.
    public static let missingInstant = Self(rawValue: "missing_instant")
    /// Not there yet: the merge request is still open.
    public static let pending = Self(rawValue: "pending")
    /// Merged, and no production deployment is known to contain it.
    public static let notDeployedYet = Self(rawValue: "not_deployed_yet")
    /// Carried only by the first known deployment of an environment, which carries everything before it.
    public static let firstDeployment = Self(rawValue: "first_deployment")
    /// Merged or closed without a review by anyone but its author and bots.
    public static let noReview = Self(rawValue: "no_review")
    /// Merged or closed without an approval that stood.
    public static let noApproval = Self(rawValue: "no_approval")
    /// Closed without being merged.
    public static let closedUnmerged = Self(rawValue: "closed_unmerged")
    /// The deployment or pipeline failed.
    public static let failed = Self(rawValue: "failed")
    public static let canceled = Self(rawValue: "canceled")
    public static let skipped = Self(rawValue: "skipped")
    /// Not finished.
    public static let running = Self(rawValue: "running")
    /// A child or downstream pipeline, which counts under its parent.
    public static let childPipeline = Self(rawValue: "child_pipeline")
    /// No duration is known.
    public static let noDuration = Self(rawValue: "no_duration")
    /// It is not known whether the environment is production.
    public static let unknownEnvironment = Self(rawValue: "unknown_environment")
    /// How much it changes is not known.
    public static let noSize = Self(rawValue: "no_size")
    /// It never was a draft.
    public static let neverDraft = Self(rawValue: "never_draft")
    /// A commit that only merges others.
    public static let mergeCommit = Self(rawValue: "merge_commit")
    /// A job whose failure is none of its pipeline.
    public static let allowedToFail = Self(rawValue: "allowed_to_fail")
    /// No commit names it, and no label says that somebody worked on it.
    public static let noWork = Self(rawValue: "no_work")
    /// It is not known which branch of the project is the default one.
    public static let unknownDefaultBranch = Self(rawValue: "unknown_default_branch")
    /// Who merged it is not known.
    public static let unknownMerger = Self(rawValue: "unknown_merger")
    /// An incident that no deployment can be held to have caused.
    public static let unattributed = Self(rawValue: "unattributed")
}

extension ExclusionReason: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
