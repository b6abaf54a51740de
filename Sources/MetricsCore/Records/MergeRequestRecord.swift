/// A merge request's scalar facts; its events are records of their own (`NoteRecord`, `ProvisionalEvent`).
public struct MergeRequestRecord: MetricsRecord {
    public enum State: String, Codable, Hashable, Sendable {
        case opened, closed, locked, merged
    }

    /// What every source states: both REST answers, GraphQL and the webhook.
    public struct Summary: Codable, Hashable, Sendable {
        /// The number within the project.
        public var iid: Int64
        public var title: String
        public var state: State
        public var isDraft: Bool
        public var createdAt: Instant
        public var updatedAt: Instant
        public var sourceBranch: String
        public var targetBranch: String
        /// The project the source branch is in; `nil` when that fork is gone.
        public var sourceProject: ProjectKey?
        /// Sorted.
        public var labels: [String]
        /// What the merge request says it reverts.
        public var reverts: Revert?

        public init(
            iid: Int64, title: String, state: State, isDraft: Bool, createdAt: Instant, updatedAt: Instant,
            sourceBranch: String, targetBranch: String, sourceProject: ProjectKey?, labels: [String] = [],
            reverts: Revert? = nil
        ) {
            self.iid = iid
            self.title = title
            self.state = state
            self.isDraft = isDraft
            self.createdAt = createdAt
            self.updatedAt = updatedAt
            self.sourceBranch = sourceBranch
            self.targetBranch = targetBranch
            self.sourceProject = sourceProject
            self.labels = labels
            self.reverts = reverts
        }
    }

    /// When it landed and who pressed the button.
    public struct Merge: Codable, Hashable, Sendable {
        public var at: Instant?
        public var by: Account?
        public init(at: Instant?, by: Account?) {
            self.at = at
            self.by = by
        }
    }

    public let id: MergeRequestKey
    public let project: ProjectKey
    public var summary: Register<Summary>?
    /// `nil` inside the register when GitLab names no author.
    public var author: Register<Account?>?
    /// Sorted by id.
    public var reviewers: Register<[Account]>?
    /// Sorted by id.
    public var assignees: Register<[Account]>?
    public var merge: Register<Merge>?
    public var closedAt: Register<Instant?>?
    public var closedBy: Register<Account?>?
    public var headSHA: Register<String?>?
    public var mergeCommitSHA: Register<String?>?
    public var squashCommitSHA: Register<String?>?
    public var webURL: Register<String>?
    public var existence: Register<Existence>?

    public init(id: MergeRequestKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .mergeRequest }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.mergeRequests }
    public var reference: RecordReference { .mergeRequest(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.author = author.merging(other.author)
        merged.reviewers = reviewers.merging(other.reviewers)
        merged.assignees = assignees.merging(other.assignees)
        merged.merge = merge.merging(other.merge)
        merged.closedAt = closedAt.merging(other.closedAt)
        merged.closedBy = closedBy.merging(other.closedBy)
        merged.headSHA = headSHA.merging(other.headSHA)
        merged.mergeCommitSHA = mergeCommitSHA.merging(other.mergeCommitSHA)
        merged.squashCommitSHA = squashCommitSHA.merging(other.squashCommitSHA)
        merged.webURL = webURL.merging(other.webURL)
        merged.existence = existence.merging(other.existence)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.author = author.unstamped()
        copy.reviewers = reviewers.unstamped()
        copy.assignees = assignees.unstamped()
        copy.merge = merge.unstamped()
        copy.closedAt = closedAt.unstamped()
        copy.closedBy = closedBy.unstamped()
        copy.headSHA = headSHA.unstamped()
        copy.mergeCommitSHA = mergeCommitSHA.unstamped()
        copy.squashCommitSHA = squashCommitSHA.unstamped()
        copy.webURL = webURL.unstamped()
        // A thing nobody has missed is as present as one a read has shown.
        copy.existence = existence?.value == .gone ? existence.unstamped() : nil
        return copy
    }
}
