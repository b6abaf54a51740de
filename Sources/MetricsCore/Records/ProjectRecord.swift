/// A project: what reports call it, and what groups it belongs to.
public struct ProjectRecord: MetricsRecord {
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

    public init(id: ProjectKey, summary: Register<Summary>? = nil) {
        self.id = id
        self.summary = summary
    }

    public static var kind: RecordKind { .project }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.project }
    public var project: ProjectKey { id }
    public var reference: RecordReference { .project(id) }

    public func merging(_ other: Self) -> Self {
        Self(id: id, summary: summary.merging(other.summary))
    }

    public var unstamped: Self { Self(id: id, summary: summary.unstamped()) }
}
