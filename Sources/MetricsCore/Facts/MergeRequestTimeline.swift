/// When what happened to one live merge request, derived from all that is known of it. Plain numbers, so that
/// a pass over a million of them touches nothing else.
public struct MergeRequestTimeline: Hashable, Sendable {
    public struct Traits: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Opened by a bot.
        public static let byBot = Self(rawValue: 1)
        /// A draft now.
        public static let draft = Self(rawValue: 1 << 1)
        /// Neither merged nor closed.
        public static let open = Self(rawValue: 1 << 2)
        /// The first review came while it was a draft.
        public static let reviewedWhileDraft = Self(rawValue: 1 << 3)
        /// The first approval that stood came while it was a draft.
        public static let approvedWhileDraft = Self(rawValue: 1 << 4)
        /// So did the last one needed.
        public static let fullyApprovedWhileDraft = Self(rawValue: 1 << 5)
        /// A bot commented or approved before any other human did.
        public static let botReviewedFirst = Self(rawValue: 1 << 6)
        /// Somebody approves it, but it is not known since when.
        public static let undatedApproval = Self(rawValue: 1 << 7)
        /// An approval was withdrawn or reset.
        public static let approvalWithdrawn = Self(rawValue: 1 << 8)
        /// Carried by the first known deployment of a production environment, and no later one.
        public static let firstDeploymentOnly = Self(rawValue: 1 << 9)
    }

    /// GitLab's id.
    public let id: Int64
    /// Its row in the project's merge requests.
    let row: Int32
    /// Its events, as a range of the project's.
    var events: Range<Int32> = 0..<0
    public internal(set) var traits: Traits = []

    /// The id of its author's account; 0 when unknown.
    public let author: Int64
    public let created: Instant
    var moments = MergeRequestMoments()
    /// How it is known to be deployed.
    public internal(set) var deployedBasis: DeploymentLink.Basis?

    public var firstCommit: Instant? { moments.firstCommit }
    /// The last time it became ready before its first review, or at all without one; `nil` if it never did.
    public var ready: Instant? { moments.ready }
    public var firstReview: Instant? { moments.firstReview }
    public var approved: Instant? { moments.approved }
    public var fullyApproved: Instant? { moments.fullyApproved }
    public var merged: Instant? { moments.merged }
    /// Closed without being merged, and not reopened since.
    public var closed: Instant? { moments.closed }
    /// In the first production environment it reached, first deployments of an environment aside.
    public var deployed: Instant? { moments.deployed }

    /// When that moment was; `nil` if it was not, is not known, or is none of a merge request's.
    @inline(__always)
    public func instant(of moment: Moment) -> Instant? {
        switch moment {
        case .firstCommit: firstCommit
        case .created: created
        case .ready: ready
        case .firstReview: firstReview
        case .approved: approved
        case .fullyApproved: fullyApproved
        case .merged: merged
        case .closed: closed
        case .deployed: deployed
        default: nil
        }
    }

    /// Whether that moment fell into a time when it was a draft.
    func isWhileDraft(_ moment: Moment) -> Bool {
        switch moment {
        case .firstReview: traits.contains(.reviewedWhileDraft)
        case .approved: traits.contains(.approvedWhileDraft)
        case .fullyApproved: traits.contains(.fullyApprovedWhileDraft)
        default: false
        }
    }
}
