/// A CI pipeline.
public struct PipelineRecord: MetricsRecord {
    /// What every source states.
    public struct Summary: Codable, Hashable, Sendable {
        public var iid: Int64?
        /// As GitLab spells it in REST: `success`, `failed`, `canceled`, `skipped`, `running`, …
        public var status: String
        public var sha: String
        public var createdAt: Instant

        public init(iid: Int64?, status: String, sha: String, createdAt: Instant) {
            self.iid = iid
            self.status = status
            self.sha = sha
            self.createdAt = createdAt
        }
    }

    /// What it was made of and for; GraphQL of older versions does not tell.
    public struct Origin: Codable, Hashable, Sendable {
        /// As GitLab spells it in REST: `push`, `merge_request_event`, `schedule`, …
        public var source: String?
        public var ref: String?

        public init(source: String?, ref: String?) {
            self.source = source
            self.ref = ref
        }
    }

    /// Only a pipeline read by itself, GraphQL or a webhook states these.
    public struct Timing: Codable, Hashable, Sendable {
        public var finishedAt: Instant?
        /// Seconds of running, without queueing; `nil` until it ran.
        public var duration: Int?
        /// Seconds waited for a runner.
        public var queuedDuration: Int?

        public init(finishedAt: Instant?, duration: Int?, queuedDuration: Int?) {
            self.finishedAt = finishedAt
            self.duration = duration
            self.queuedDuration = queuedDuration
        }
    }

    public let id: PipelineKey
    public let project: ProjectKey
    public var summary: Register<Summary>?
    public var origin: Register<Origin>?
    public var timing: Register<Timing>?
    public var startedAt: Register<Instant?>?
    /// Who started it; lists do not tell.
    public var user: Register<Account?>?
    /// The pipeline that triggered it: its parent, or one of another project; none when nothing did.
    public var upstream: Register<PipelineKey?>?

    public init(id: PipelineKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .pipeline }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.pipelines }
    public var reference: RecordReference { .pipeline(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.summary = summary.merging(other.summary)
        merged.origin = origin.merging(other.origin)
        merged.timing = timing.merging(other.timing)
        merged.startedAt = startedAt.merging(other.startedAt)
        merged.user = user.merging(other.user)
        merged.upstream = upstream.merging(other.upstream)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.origin = origin.unstamped()
        copy.timing = timing.unstamped()
        copy.startedAt = startedAt.unstamped()
        copy.user = user.unstamped()
        copy.upstream = upstream.unstamped()
        return copy
    }
}
