/// Points to a record of any kind: in evidence, as a parent, as the target of a tombstone.
public struct RecordReference: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let kind: RecordKind
    public let instance: InstanceID
    /// The number GitLab gave it, or the text that names it where there is none (a commit's `project@sha`).
    public let id: String

    public init(kind: RecordKind, instance: InstanceID, id: String) {
        self.kind = kind
        self.instance = instance
        self.id = id
    }

    public static func project(_ key: ProjectKey) -> Self { Self(.project, key) }
    public static func mergeRequest(_ key: MergeRequestKey) -> Self { Self(.mergeRequest, key) }
    public static func note(_ key: NoteKey) -> Self { Self(.note, key) }
    public static func pipeline(_ key: PipelineKey) -> Self { Self(.pipeline, key) }
    public static func environment(_ key: EnvironmentKey) -> Self { Self(.environment, key) }
    public static func deployment(_ key: DeploymentKey) -> Self { Self(.deployment, key) }
    public static func issue(_ key: IssueKey) -> Self { Self(.issue, key) }
    public static func milestone(_ key: MilestoneKey) -> Self { Self(.milestone, key) }
    public static func commit(_ key: CommitKey) -> Self {
        Self(kind: .commit, instance: key.project.instance, id: "\(key.project.id)@\(key.sha)")
    }
    public static func user(_ key: UserKey) -> Self {
        Self(kind: .user, instance: key.project.instance, id: "\(key.project.id)/\(key.id)")
    }

    public static func member(_ key: UserKey) -> Self {
        Self(kind: .member, instance: key.project.instance, id: "\(key.project.id)/\(key.id)")
    }
    public static func job(_ key: JobKey) -> Self { Self(.job, key) }
    public static func branch(_ key: BranchKey) -> Self { Self(.branch, key) }
    public static func tag(_ key: TagKey) -> Self { Self(.tag, key) }
    public static func release(_ key: ReleaseKey) -> Self { Self(.release, key) }

    init<Record>(_ kind: RecordKind, _ key: NamedKey<Record>) {
        self.init(kind: kind, instance: key.project.instance, id: "\(key.project.id)/\(key.name)")
    }

    init<Record>(_ kind: RecordKind, _ key: RecordKey<Record>) {
        self.init(kind: kind, instance: key.instance, id: String(key.id))
    }

    public var description: String { "\(kind.rawValue) \(instance)/\(id)" }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.kind, lhs.instance, lhs.id) < (rhs.kind, rhs.instance, rhs.id)
    }
}
