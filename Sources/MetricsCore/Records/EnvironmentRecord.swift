/// A deployment environment.
public struct EnvironmentRecord: MetricsRecord {
    /// What a deployment is for, in order of GitLab's documentation.
    public enum Tier: String, Codable, Hashable, Sendable, CaseIterable {
        case production, staging, testing, development, other
    }

    public let id: EnvironmentKey
    public let project: ProjectKey
    public var name: Register<String>?
    /// `nil` inside the register when GitLab has none; then the name decides.
    public var tier: Register<Tier?>?

    public init(id: EnvironmentKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .environment }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.environments }
    public var reference: RecordReference { .environment(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.name = name.merging(other.name)
        merged.tier = tier.merging(other.tier)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.name = name.unstamped()
        copy.tier = tier.unstamped()
        return copy
    }
}
