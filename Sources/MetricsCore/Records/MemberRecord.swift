/// Somebody's membership of the project: by itself, or through a group.
public struct MemberRecord: Deletable {
    /// The user's.
    public let id: UserKey
    public var user: Register<Account>?
    /// GitLab's number: 10 guest, 20 reporter, 30 developer, 40 maintainer, 50 owner, and what is between.
    public var accessLevel: Register<Int>?
    /// A date without time, `2026-01-31`; none when the membership does not end by itself.
    public var expiresOn: Register<String?>?
    /// Whether it comes from a group above the project or one that was invited.
    public var isInherited: Register<Bool>?
    public var existence: Register<Existence>?

    public init(id: UserKey) { self.id = id }

    public static var kind: RecordKind { .member }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.members }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .member(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.user = user.merging(other.user)
        merged.accessLevel = accessLevel.merging(other.accessLevel)
        merged.expiresOn = expiresOn.merging(other.expiresOn)
        merged.isInherited = isInherited.merging(other.isInherited)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.user = user.unstamped()
        copy.accessLevel = accessLevel.unstamped()
        copy.expiresOn = expiresOn.unstamped()
        copy.isInherited = isInherited.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
