/// Names one thing that GitLab knows by its name within a project: a branch, a tag, a release by its tag.
public struct NamedKey<Record>: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let project: ProjectKey
    public let name: String

    public init(_ project: ProjectKey, _ name: String) {
        self.project = project
        self.name = name
    }

    public var description: String { "\(project)/\(name)" }

    /// The name alone: a table holds things of one project.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.project == rhs.project ? lhs.name < rhs.name : lhs.project < rhs.project
    }
}

public typealias BranchKey = NamedKey<BranchRecord>
public typealias TagKey = NamedKey<TagRecord>
public typealias ReleaseKey = NamedKey<ReleaseRecord>
