/// Names one commit as one project holds it; forks hold the same SHA as commits of their own.
public struct CommitKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let project: ProjectKey
    public let sha: String

    public init(_ project: ProjectKey, _ sha: String) {
        self.project = project
        self.sha = sha
    }

    public var description: String { "\(project)@\(sha)" }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.project == rhs.project ? lhs.sha < rhs.sha : lhs.project < rhs.project
    }
}
