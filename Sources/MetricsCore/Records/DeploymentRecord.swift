/// One deployment to one environment.
public struct DeploymentRecord: MetricsRecord {
    public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        case created, running, success, failed, canceled, skipped, blocked

        /// Whether GitLab never leaves this status again.
        public var isTerminal: Bool {
            switch self {
            case .success, .failed, .canceled, .skipped: true
            case .created, .running, .blocked: false
            }
        }
    }

    /// Who states when the deployment finished, the more authoritative the higher.
    public enum FinishSource: Int, Codable, Hashable, Sendable {
        /// REST's `updated_at`, for deployments made without a job.
        case updatedAt = 1
        /// The webhook's `status_changed_at`.
        case statusChangedAt = 2
        /// The job's `finished_at`.
        case jobFinishedAt = 3
        /// GraphQL's `finishedAt`.
        case finishedAt = 4
    }

    /// What is fixed when the deployment is made; webhooks do not state it.
    public struct Origin: Codable, Hashable, Sendable {
        public var iid: Int64?
        public var environment: EnvironmentKey
        public var ref: String?
        public var sha: String
        public var createdAt: Instant

        public init(iid: Int64?, environment: EnvironmentKey, ref: String?, sha: String, createdAt: Instant) {
            self.iid = iid
            self.environment = environment
            self.ref = ref
            self.sha = sha
            self.createdAt = createdAt
        }
    }

    public let id: DeploymentKey
    public let project: ProjectKey
    public var origin: Register<Origin>?
    public var environmentName: Register<String>?
    /// A terminal status beats one that is not, whatever the stamps.
    public var status: Register<Status>?
    public var finish: RankedRegister<Instant, FinishSource>?
    public var triggeredBy: Register<Account?>?

    public init(id: DeploymentKey, project: ProjectKey) {
        self.id = id
        self.project = project
    }

    public static var kind: RecordKind { .deployment }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.deployments }
    public var reference: RecordReference { .deployment(id) }

    public func merging(_ other: Self) -> Self {
        var merged = self
        merged.origin = origin.merging(other.origin)
        merged.environmentName = environmentName.merging(other.environmentName)
        merged.status = Self.merging(status, other.status)
        merged.finish = finish.merging(other.finish)
        merged.triggeredBy = triggeredBy.merging(other.triggeredBy)
        return merged
    }

    private static func merging(_ lhs: Register<Status>?, _ rhs: Register<Status>?) -> Register<Status>? {
        guard let lhs, let rhs, lhs.value.isTerminal != rhs.value.isTerminal else { return lhs.merging(rhs) }
        return lhs.value.isTerminal ? lhs : rhs
    }

    public var unstamped: Self {
        var copy = self
        copy.origin = origin.unstamped()
        copy.environmentName = environmentName.unstamped()
        copy.status = status.unstamped()
        copy.finish = finish.unstamped()
        copy.triggeredBy = triggeredBy.unstamped()
        return copy
    }
}
