/// A branch of the repository. When it was made and deleted is in the project's events.
public struct BranchRecord: Deletable {
    /// The commit it points to.
    public struct Head: Codable, Hashable, Sendable {
        public var sha: String
        /// `nil` where the source does not tell.
        public var committedAt: Instant?
        public init(sha: String, committedAt: Instant?) {
            self.sha = sha
            self.committedAt = committedAt
        }
    }

    /// What GitLab says of it when it lists branches.
    public struct Traits: Codable, Hashable, Sendable {
        public var isDefault: Bool
        public var isProtected: Bool
        /// Whether the default branch has all of it.
        public var isMerged: Bool
        public init(isDefault: Bool, isProtected: Bool, isMerged: Bool) {
            self.isDefault = isDefault
            self.isProtected = isProtected
            self.isMerged = isMerged
        }
    }

    public let id: BranchKey
    public var head: Register<Head>?
    public var traits: Register<Traits>?
    public var existence: Register<Existence>?

    public init(id: BranchKey) { self.id = id }

    public static var kind: RecordKind { .branch }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.branches }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .branch(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.head = head.merging(other.head)
        merged.traits = traits.merging(other.traits)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.head = head.unstamped()
        copy.traits = traits.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
