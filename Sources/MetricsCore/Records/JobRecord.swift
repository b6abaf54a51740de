/// A job of a pipeline: one that runs a script, or a bridge that triggers another pipeline. A retry is a job of its own.
///
/// GitLab dates no change of a job, so it is stamped by the latest of its own instants.
public struct JobRecord: MetricsRecord {
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable { case build, bridge }

    /// What every source states.
    public struct Summary: Codable, Hashable, Sendable {
        public var name: String
        /// `nil` where the source does not tell.
        public var stage: String?
        public var isAllowedToFail: Bool
        public var createdAt: Instant?

        public init(name: String, stage: String?, isAllowedToFail: Bool, createdAt: Instant?) {
            self.name = name
            self.stage = stage
            self.isAllowedToFail = isAllowedToFail
            self.createdAt = createdAt
        }
    }

    /// When it ran.
    public struct Timing: Codable, Hashable, Sendable {
        public var startedAt: Instant?
        public var finishedAt: Instant?
        /// Whole seconds of running; `nil` until it ran.
        public var duration: Int?
        /// Whole seconds waited for a runner.
        public var queuedDuration: Int?

        public init(startedAt: Instant?, finishedAt: Instant?, duration: Int?, queuedDuration: Int?) {
            self.startedAt = startedAt
            self.finishedAt = finishedAt
            self.duration = duration
            self.queuedDuration = queuedDuration
        }
    }

    public let id: JobKey
    public let project: ProjectKey
    public let pipeline: PipelineKey
    public var summary: Register<Summary>?
    /// As GitLab spells it in REST: `success`, `failed`, `manual`, … A status it does not leave again beats others.
    public var status: Register<String>?
    public var timing: Register<Timing>?
    /// Webhooks do not tell.
    public var kind: Register<Kind>?
    /// Whether a later job of the pipeline took its place; only GraphQL tells it of the job itself.
    public var isRetried: Register<Bool>?
    /// As GitLab spells it in REST: `script_failure`, `runner_system_failure`, …; none unless it failed.
    public var failureReason: Register<String?>?
    /// Who started it.
    public var user: Register<Account?>?
    /// The pipeline a bridge triggered, of this project or another.
    public var downstream: Register<PipelineKey?>?

    public init(id: JobKey, project: ProjectKey, pipeline: PipelineKey) {
        self.id = id
        self.project = project
        self.pipeline = pipeline
    }

    public static var kind: RecordKind { .job }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.jobs }
    public var reference: RecordReference { .job(id) }
    public var parent: RecordReference? { .pipeline(pipeline) }

    /// Whether the status is one a job never leaves; one that was skipped can still run.
    public static func isTerminal(_ status: String) -> Bool {
        ["success", "failed", "canceled"].contains(status)
    }

    /// Should two statements disagree about the pipeline, which GitLab never changes, the lower one holds.
    public func merging(_ other: Self) -> Self {
        var merged = other.pipeline < pipeline ? other : self
        merged.summary = summary.merging(other.summary)
        merged.status = Self.merging(status, other.status)
        merged.timing = timing.merging(other.timing)
        merged.kind = kind.merging(other.kind)
        merged.isRetried = isRetried.merging(other.isRetried)
        merged.failureReason = failureReason.merging(other.failureReason)
        merged.user = user.merging(other.user)
        merged.downstream = downstream.merging(other.downstream)
        return merged
    }

    private static func merging(_ lhs: Register<String>?, _ rhs: Register<String>?) -> Register<String>? {
        guard let lhs, let rhs, isTerminal(lhs.value) != isTerminal(rhs.value) else {
            return lhs.merging(rhs)
        }
        return isTerminal(lhs.value) ? lhs : rhs
    }

    public var unstamped: Self {
        var copy = self
        copy.summary = summary.unstamped()
        copy.status = status.unstamped()
        copy.timing = timing.unstamped()
        copy.kind = kind.unstamped()
        copy.isRetried = isRetried.unstamped()
        copy.failureReason = failureReason.unstamped()
        copy.user = user.unstamped()
        copy.downstream = downstream.unstamped()
        return copy
    }
}
