/// Which activities a feed shows. An absent condition holds for all; all conditions must hold.
public struct ActivityFilter: Codable, Hashable, Sendable {
    /// Only those of these projects.
    public var projects: Set<ProjectKey>?
    /// Only of these kinds.
    public var kinds: Set<Activity.Kind>?
    /// Only by one of these people; what nobody is known to have done is not.
    public var people: People?
    /// Only what was done then; the end is not included.
    public var period: Range<Instant>?
    /// Whether what bots did is shown; `false` by default.
    public var includesBots: Bool

    public init(
        projects: Set<ProjectKey>? = nil, kinds: Set<Activity.Kind>? = nil, people: People? = nil,
        period: Range<Instant>? = nil, includesBots: Bool = false
    ) {
        self.projects = projects
        self.kinds = kinds
        self.people = people
        self.period = period
        self.includesBots = includesBots
    }

    /// Whether the feed shows it. O(1).
    public func matches(_ activity: Activity) -> Bool {
        guard includesBots || !activity.isBot, kinds?.contains(activity.kind) ?? true,
            projects?.contains(activity.project) ?? true, period?.contains(activity.at) ?? true
        else { return false }
        guard let people else { return true }
        return activity.actor.map { people.contain($0, in: activity.project.instance) } ?? false
    }
}
