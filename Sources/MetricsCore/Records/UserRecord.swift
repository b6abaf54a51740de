/// What is known of a user whom records of the project name. A renamed user is one user: the id stays.
///
/// GitLab dates no change of a user, so all of it is stamped by when it was read.
public struct UserRecord: MetricsRecord {
    public let id: UserKey
    public var username: Register<String>?
    public var name: Register<String>?
    /// GitLab's own flag; unknown where the source does not tell, and most lists do not.
    public var isBot: Register<Bool>?
    /// As GitLab spells it in REST: `active`, `blocked`, `deactivated`, `banned`, …
    public var state: Register<String>?

    public init(id: UserKey) { self.id = id }

    public static var kind: RecordKind { .user }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.users }
    public var project: ProjectKey { id.project }
    public var reference: RecordReference { .user(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.username = username.merging(other.username)
        merged.name = name.merging(other.name)
        merged.isBot = isBot.merging(other.isBot)
        merged.state = state.merging(other.state)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.username = username.unstamped()
        copy.name = name.unstamped()
        copy.isBot = isBot.unstamped()
        copy.state = state.unstamped()
        return copy
    }
}
