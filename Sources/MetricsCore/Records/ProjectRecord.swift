/// A project: what reports call it, and what groups it belongs to.
public struct ProjectRecord: Deletable {
    public struct Summary: Codable, Hashable, Sendable {
        /// Full path, `group/subgroup/project`.
        public var path: String
        public var name: String
        public var webURL: String?
        /// `nil` while the repository is empty.
        public var defaultBranch: String?
        public var isArchived: Bool

        public init(path: String, name: String, webURL: String?, defaultBranch: String?, isArchived: Bool) {
            self.path = path
            self.name = name
            self.webURL = webURL
            self.defaultBranch = defaultBranch
            self.isArchived = isArchived
        }
    }

    public let id: ProjectKey
    public var summary: Register<Summary>?
    /// The project it was forked from; none when it was not, or when that one is gone.
    public var forkedFrom: Register<ProjectKey?>?
    public var existence: Register<Existence>?
    /// Every full path it was ever seen under, sorted: a project that was renamed, moved or transferred is one.
    /// Only grows.
    public private(set) var paths: [String]

    /// - Parameter paths: those it was seen under, besides the one in the summary.
    public init(id: ProjectKey, summary: Register<Summary>? = nil, paths: [String] = []) {
        self.id = id
        self.summary = summary
        self.paths = Set(paths + (summary.map { [$0.value.path] } ?? [])).sorted()
    }

    public static var kind: RecordKind { .project }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.project }
    public var project: ProjectKey { id }
    public var reference: RecordReference { .project(id) }

    /// Whether it was ever seen under another path than now.
    public var wasMoved: Bool { paths.count > 1 }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.forkedFrom = forkedFrom.merging(other.forkedFrom)
        merged.existence = existence.merging(other.existence)
        if paths != other.paths { merged.paths = Set(paths + other.paths).sorted() }
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.forkedFrom = forkedFrom.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
