/// All that is known of the work on one ticket, in whatever projects it was done.
///
/// Timelines of the same ticket merge: commutative, associative, idempotent.
public struct TicketTimeline: Codable, Hashable, Sendable {
    public let ticket: TicketKey
    /// The issue itself, where it is one of GitLab's and was read. At most one.
    public private(set) var issues: [TicketIssue]
    /// By record.
    public private(set) var mergeRequests: [TicketActivity]
    /// By record.
    public private(set) var commits: [TicketActivity]
    /// To production, of its merge requests, the first known one of an environment aside. By record.
    public private(set) var deployments: [TicketDelivery]
    /// Those that first carried what landed of it. By record.
    public private(set) var releases: [TicketDelivery]

    public init(
        _ ticket: TicketKey, issues: [TicketIssue] = [], mergeRequests: [TicketActivity] = [],
        commits: [TicketActivity] = [], deployments: [TicketDelivery] = [], releases: [TicketDelivery] = []
    ) {
        self.ticket = ticket
        self.issues = issues.united
        self.mergeRequests = mergeRequests.united
        self.commits = commits.united
        self.deployments = deployments.united
        self.releases = releases.united
    }

    /// What both know of the same ticket.
    public func merging(_ other: Self) -> Self {
        Self(
            ticket, issues: issues + other.issues, mergeRequests: mergeRequests + other.mergeRequests,
            commits: commits + other.commits, deployments: deployments + other.deployments,
            releases: releases + other.releases)
    }

    public var issue: TicketIssue? { issues.first }

    /// How its merge requests and commits are known to belong to it.
    public var links: [TicketLink] { (mergeRequests + commits).map(\.link) }

    /// The first commit authored or merge request created.
    public var firstActivity: Instant? { (commits + mergeRequests).lazy.map(\.began).min() }

    /// Whether a merge request is neither merged nor closed.
    public var isInProgress: Bool { mergeRequests.contains(where: \.isOpen) }

    /// When the last of its merge requests was merged; `nil` while none was, and while one is open.
    public var merged: Instant? { isInProgress ? nil : mergeRequests.lazy.compactMap(\.merged).max() }

    /// When all that was merged of it had reached production; `nil` until then.
    public var deployed: Instant? {
        guard merged != nil else { return nil }
        let landed = mergeRequests.filter { $0.merged != nil }
        let deployed = landed.compactMap(\.deployed)
        return deployed.count == landed.count ? deployed.max() : nil
    }

    /// When that moment was: `workStarted` is the first activity; `created` and `closed` are the issue's.
    public func instant(of moment: Moment) -> Instant? {
        switch moment {
        case .workStarted: firstActivity
        case .firstCommit: commits.lazy.map(\.began).min()
        case .created: issue?.created
        case .closed: issue?.closed
        case .merged: merged
        case .deployed: deployed
        default: nil
        }
    }

    /// The seconds from one moment to another; `nil` if one is missing, the second comes before the first, or longer than
    /// 136 years after it.
    public func seconds(from start: Moment = .workStarted, to end: Moment) -> Int64? {
        guard let from = instant(of: start), let to = instant(of: end),
            case .seconds(let seconds) = Elapsed(from: from, to: to)
        else { return nil }
        return Int64(seconds)
    }
}
