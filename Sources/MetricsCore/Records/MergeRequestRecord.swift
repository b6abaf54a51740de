/// A merge request's scalar facts; its events are records of their own (`NoteRecord`, `ProvisionalEvent`).
public struct MergeRequestRecord: Deletable {
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

    /// How much it changes. Never which files.
    public struct Size: Codable, Hashable, Sendable {
        /// Lines.
        public var additions: Int
        /// Lines.
        public var deletions: Int
        public var files: Int
        public init(additions: Int, deletions: Int, files: Int) {
            self.additions = additions
            self.deletions = deletions
            self.files = files
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
    /// Only GraphQL tells.
    public var size: Register<Size>?
    /// None while it has no pipeline. Pipelines move no date of the merge request, so this is stamped by when it
    /// was read.
    public var headPipeline: Register<PipelineKey?>?
    public var milestone: Register<MilestoneKey?>?
    /// In seconds; 0 without one.
    public var timeEstimate: Register<Int>?
    /// Only GraphQL tells; none while GitLab has not counted them.
    public var commitCount: Register<Int?>?
    public var webURL: Register<String>?
    /// What its description names; title and branch are read where they stand. Sorted. Webhooks tell none: of what they
    /// carry no description is kept.
    public var tickets: Register<[TicketMention]>?
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
        merged.size = size.merging(other.size)
        merged.headPipeline = headPipeline.merging(other.headPipeline)
        merged.milestone = milestone.merging(other.milestone)
        merged.timeEstimate = timeEstimate.merging(other.timeEstimate)
        merged.commitCount = commitCount.merging(other.commitCount)
        merged.webURL = webURL.merging(other.webURL)
        merged.tickets = tickets.merging(other.tickets)
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
        copy.size = size.unstamped()
        copy.headPipeline = headPipeline.unstamped()
        copy.milestone = milestone.unstamped()
        copy.timeEstimate = timeEstimate.unstamped()
        copy.commitCount = commitCount.unstamped()
        copy.webURL = webURL.unstamped()
        copy.tickets = tickets.unstamped()
        copy.existence = existence.settled
        return copy
    }
}
