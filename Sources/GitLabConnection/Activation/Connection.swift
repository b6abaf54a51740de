public import GitLabAPI
import GitLabVocabulary
public import MetricsCore
public import MetricsIngestion
public import MetricsStorage

/// One connection to a GitLab instance: the projects it reads, where to, and how it fares.
///
/// All it knows is in the store: a value made anew after a crash, with the same instance, goes on.
public struct Connection: Sendable {
    /// The name of the instance, and of the connection in the store.
    public let instance: InstanceID
    public let client: GitLabClient
    public let kinds: Set<RecordKind>
    public let schedule: SyncSchedule
    /// The hook each project is to have; `nil` for none.
    public let hook: HookWish?
    /// What deliveries left to be read.
    public let queue: RefreshQueue
    let storage: any RecordStorage
    let state: any StateStorage
    let time: any TimeSource
    let reading: Backfill.Configuration
    let refresh: Refresh
    /// 0 to 1, spreads syncs.
    let random: @Sendable () -> Double

    /// - Parameters:
    ///   - client: how the instance is asked, and with which credential.
    ///   - storage: where records go.
    ///   - state: where all the rest goes: selection, status, checkpoints. It holds no secret.
    ///   - hook: the hook each project is to have; `nil` for none, so that the schedule alone keeps records up to date.
    ///   - reading: how projects are read: how many at a time, by which API.
    ///   - random: 0 to 1, spreads syncs.
    public init(
        instance: InstanceID, client: GitLabClient, storage: any RecordStorage, state: any StateStorage,
        time: any TimeSource = .system, kinds: Set<RecordKind> = BackfillPlan.standardKinds,
        schedule: SyncSchedule = SyncSchedule(), hook: HookWish? = nil,
        reading: Backfill.Configuration = Backfill.Configuration(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.instance = instance
        self.client = client
        self.storage = storage
        self.state = state
        self.time = time
        self.kinds = kinds
        self.schedule = schedule
        self.hook = hook
        self.reading = reading
        self.random = random
        queue = RefreshQueue(instance: instance, state: state)
        refresh = Refresh(
            client: client, storage: storage, state: state, time: time,
            configuration: Refresh.Configuration(kinds: kinds, reading: reading))
    }

    var now: Instant { Instant(time.now) }

    var record: StateDocument<ConnectionRecord> {
        StateDocument(
            key: StateKey(namespace: "connection", name: instance.rawValue), state: state, time: time)
    }

    var prefix: String { "\(instance)/" }

    func status(of project: ProjectID) -> StateDocument<ProjectStatus> {
        StateDocument(
            key: StateKey(namespace: "project-status", name: "\(prefix)\(project.rawValue)"), state: state,
            time: time)
    }

    func statuses() async throws(StorageError) -> [ProjectStatus] {
        var all: [ProjectStatus] = []
        for key in try await state.keys(in: "project-status", prefix: prefix, at: now) {
            let document = StateDocument<ProjectStatus>(key: key, state: state, time: time)
            if let status = try await document.value() { all.append(status) }
        }
        return all
    }

    /// How it fares; reads the store only. O(projects).
    ///
    /// - Returns: `nil` when it was never activated.
    public func status() async throws(StorageError) -> ConnectionStatus? {
        guard let record = try await record.value() else { return nil }
        return ConnectionStatus(
            projects: try await statuses(), unresolved: record.unresolved ?? [],
            isPaused: record.isPaused || !record.isActive,
            lastError: record.lastError ?? record.selectionError, tokenExpiresAt: record.tokenExpiresAt)
    }
}
