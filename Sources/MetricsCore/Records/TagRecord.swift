/// A tag of the repository.
public struct TagRecord: Deletable {
    public let id: TagKey
    /// The commit it marks.
    public var sha: Register<String>?
    /// None for a tag without a message; unknown on versions that do not tell.
    public var createdAt: Register<Instant?>?
    public var existence: Register<Existence>?

    public init(id: TagKey) { self.id = id }

    public static var kind: RecordKind { .tag }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.tags }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .tag(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.sha = sha.merging(other.sha)
        merged.createdAt = createdAt.merging(other.createdAt)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.sha = sha.unstamped()
        copy.createdAt = createdAt.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
