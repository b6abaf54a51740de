/// A release of the project, known by its tag.
public struct ReleaseRecord: Deletable {
    /// What every source states.
    public struct Summary: Codable, Hashable, Sendable {
        public var name: String?
        public var createdAt: Instant
        /// May lie in the future; `nil` where the source does not tell.
        public var releasedAt: Instant?

        public init(name: String?, createdAt: Instant, releasedAt: Instant?) {
            self.name = name
            self.createdAt = createdAt
            self.releasedAt = releasedAt
        }
    }

    public let id: ReleaseKey
    public var summary: Register<Summary>?
    public var author: Register<Account?>?
    /// The commit it is of; none when its tag is gone.
    public var sha: Register<String?>?
    /// Sorted.
    public var milestones: Register<[MilestoneKey]>?
    public var existence: Register<Existence>?

    public init(id: ReleaseKey) { self.id = id }

    public static var kind: RecordKind { .release }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.releases }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .release(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.author = author.merging(other.author)
        merged.sha = sha.merging(other.sha)
        merged.milestones = milestones.merging(other.milestones)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.author = author.unstamped()
        copy.sha = sha.unstamped()
        copy.milestones = milestones.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
