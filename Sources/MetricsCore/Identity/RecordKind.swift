/// The kinds of record a set holds.
public enum RecordKind: String, CaseIterable, Codable, Hashable, Comparable, Sendable {
    case project, environment, mergeRequest, note, approvals, commit, pipeline, deployment, issue, milestone
    case job, release, branch, tag, member, timeLog, labelEvent, stateEvent, milestoneEvent
    /// One of GitLab's events: who did what when, pushes above all.
    case activityEvent
    /// What is known of somebody records name.
    case user
    /// A complete enumeration of something's children.
    case listing
    /// An event seen in a webhook that has no GitLab id.
    case provisionalEvent
    /// What of a project is known, and since when.
    case coverage
    /// What the host removed for good.
    case tombstone

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
