/// A CI pipeline.
public struct PipelineRecord: MetricsRecord {
    /// What lists, single reads, GraphQL and webhooks all state.
    public struct Summary: Codable, Hashable, Sendable {
        public var iid: Int64?
        /// As GitLab spells it in REST: `success`, `failed`, `canceled`, `skipped`, `running`, …
        public var status: String
        public var source: String?
        public var ref: String?
        public var sha: String
        public var createdAt: Instant

        public init(
            iid: Int64?, status: String, source: String?, ref: String?, sha: String, createdAt: Instant
        ) {
            self.iid = iid
            self.status = status
            self.source = source
            self.ref = ref
            self.sha = sha
            self.createdAt = createdAt
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
    public var timing: Register<Timing>?
    public var startedAt: Register<Instant?>?

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
        merged.timing = timing.merging(other.timing)
        merged.startedAt = startedAt.merging(other.startedAt)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.timing = timing.unstamped()
        copy.startedAt = startedAt.unstamped()
        return copy
    }
}
