public import Foundation
public import GitLabAPI
public import MetricsCore

/// What a backfill reads: which projects of which instance, since when, and which kinds of record.
///
/// The same plan run again reads what changed since. A plan with an earlier `since` reads what is missing.
public struct BackfillPlan: Hashable, Sendable {
    /// Projects, one by one or by the group they are in.
    public enum Selection: Hashable, Sendable, CustomStringConvertible {
        case project(ProjectReference)
        /// All projects of the group and of the groups below it; not those other groups only share with it.
        case group(GroupReference)

        public var description: String {
            switch self {
            case .project(let project): project.description
            case .group(let group): "group \(group)"
            }
        }
    }

    public var instance: InstanceID
    public var selections: [Selection]
    /// What changed at or after this instant is read, and whatever is open, be it older.
    public var since: Instant
    /// `BackfillPlan.standardKinds` unless told otherwise. Approvals and notes come only with merge requests, deployments
    /// never without environments, jobs never without pipelines.
    public var kinds: Set<RecordKind>

    public init(
        instance: InstanceID, selections: [Selection], since: Instant,
        kinds: Set<RecordKind> = BackfillPlan.standardKinds
    ) {
        self.instance = instance
        self.selections = selections
        self.since = since
        self.kinds = kinds
        if kinds.contains(.deployment) { self.kinds.insert(.environment) }
        if kinds.contains(.job) { self.kinds.insert(.pipeline) }
    }

    /// - Parameter days: how far before `now` the plan reaches, 24 hours each; 30 by default.
    public init(
        instance: InstanceID, projects: [ProjectReference] = [], groups: [GroupReference] = [],
        days: Int = 30, now: Date, kinds: Set<RecordKind> = BackfillPlan.standardKinds
    ) {
        self.init(
            instance: instance, selections: projects.map { .project($0) } + groups.map { .group($0) },
            since: Instant(now).advanced(bySeconds: Int64(-86_400 * days)), kinds: kinds)
    }

    /// What a backfill reads unless told otherwise: what the metrics of delivery, reviews and pipelines rest on.
    public static let standardKinds: Set<RecordKind> = [
        .environment, .mergeRequest, .note, .approvals, .commit, .deployment, .issue, .pipeline,
    ]

    /// What else a backfill can read, where a metric needs it; see Documentation/Records.md for what each costs.
    public static let furtherKinds: Set<RecordKind> = [
        .job, .milestone, .member, .release, .branch, .tag, .activityEvent, .labelEvent, .stateEvent,
        .milestoneEvent,
    ]

    /// Everything a backfill can read.
    public static let allKinds = standardKinds.union(furtherKinds)
}
