public import Foundation
import WireFormat

/// The truth behind a fake GitLab: everything an instance knows, and the changes GitLab would make to it.
///
/// A plain value: copying it takes a snapshot. Changes happen at `now`, which the `FakeGitLab` sets from its
/// clock before every change and every request, and the generator moves as it plays history.
public struct World: Sendable {
    /// Where the instance says it lives, in every `web_url`; without a trailing slash.
    public let externalURL: String
    /// Which GitLab runs: endpoints, fields and parameters it does not have are missing.
    public var version: GitLabVersion
    /// What it is licensed for.
    public var tier: Tier

    var clock: Instant {
        didSet { if clock.dayNumber != oldValue.dayNumber { expireMilestones() } }
    }
    var sequences = Sequences()
    var users = Table<User>()
    var tokens: [String: Token] = [:]
    /// Whether tokens work by which administrators act as other users.
    public var allowsImpersonation = true
    var oauth = OAuthProvider()
    /// By group: what is kept out of it, and of all below.
    var restrictions: [Int: GroupRestriction] = [:]
    var groups = Table<Group>()
    var projects = Table<Project>()
    /// Full path, in lower case, to project id; old paths of moved projects lead to the same id.
    var projectPaths: [String: Int] = [:]
    /// Access levels by group or project id, then by user id.
    var groupMembers: [Int: [Int: Member]] = [:]
    var projectMembers: [Int: [Int: Member]] = [:]
    var repositories: [Int: Repository] = [:]
    var mergeRequests = Table<MergeRequest>()
    var mergeRequestNotes = Table<Note>()
    var issues = Table<Issue>()
    var issueNotes = Table<Note>()
    /// Below the id of the merge request, or the negated one of the issue, as all events of one.
    var stateEvents = Table<StateEvent>()
    var labelEvents = Table<LabelEvent>()
    var milestoneEvents = Table<MilestoneEvent>()
    /// What a merge request into a project needs, by project id; counts with Premium only.
    var approvalRules: [Int: [ApprovalRule]] = [:]
    /// The projects whose merge requests lose their approvals with every push.
    var approvalResets: Set<Int> = []
    /// How issues of other trackers begin, by the id of the project that uses one.
    var externalTrackers: [Int: String] = [:]
    var pipelines = Table<Pipeline>()
    var jobs = Jobs()
    var hooks: [Int: Hook] = [:]
    /// What each hook sent, oldest first.
    var deliveries: [Int: [HookDelivery]] = [:]
    /// What hooks have not yet been told.
    package internal(set) var announcements: [Announcement] = []
    /// When hooks were last tested, by kind, place and user.
    var hookTests: [String: [Instant]] = [:]
    var environments = Table<Environment>()
    var deployments = Table<Deployment>()
    var events = Table<Event>()
    var releases = Table<Release>()
    /// Labels and milestones lie below their project's id, or the negated one of their group.
    var labels = Table<Label>()
    var milestones = Table<Milestone>()
    /// Below the id of the merge request, or the negated one of the issue.
    var timelogs = Table<Timelog>()

    /// An empty instance with nobody but the ghost user, who stands in for deleted authors.
    public init(
        externalURL: String = "https://gitlab.example.com", now: Date, version: GitLabVersion = .v18,
        tier: Tier = .ultimate
    ) {
        self.externalURL = externalURL
        self.version = version
        self.tier = tier
        clock = Instant(now)
        insertGhost()
    }

    /// The world's time, at full microsecond precision.
    public var now: Date {
        get { clock.date }
        set { clock = Instant(newValue) }
    }
}
