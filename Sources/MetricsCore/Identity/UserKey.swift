/// Names one user of the instance as one project's records know him; other projects' records hold him too.
public struct UserKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let project: ProjectKey
    public let id: Int64

    public init(_ project: ProjectKey, _ id: Int64) {
        self.project = project
        self.id = id
    }

    public var description: String { "\(project)/user/\(id)" }

    /// The id alone: a table holds users of one project.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.project == rhs.project ? lhs.id < rhs.id : lhs.project < rhs.project
    }
}
