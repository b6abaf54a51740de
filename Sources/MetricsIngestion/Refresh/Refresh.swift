public import GitLabAPI
public import MetricsCore
public import MetricsStorage

/// Reads anew just those things of which deliveries told too little or left in doubt, many of a kind with one request.
///
/// A delivery gives immediacy, a refresh gives truth: system notes, sizes, approvals and whatever two deliveries of one
/// second disagree about come only by reading.
///
/// ```swift
/// let ingested = try await receiver.ingest(webhook, receivedAt: now)
/// let outcome = try await refresh.run(ingested.refresh)
/// ```
public struct Refresh: Sendable {
    public struct Configuration: Hashable, Sendable {
        /// The kinds that are kept: those of the backfill's plan; `BackfillPlan.standardKinds` by default.
        public var kinds: Set<RecordKind>
        /// How far back the commits of a project are read of which nothing is known yet; 30 days by default.
        public var days: Int
        /// The least time between two reads of one project; 30 seconds by default. What is told meanwhile is read
        /// together.
        public var interval: Duration
        /// How long GitLab may take to link merge requests to a deployment that succeeded: the deployment is read once
        /// more after that; 150 seconds by default.
        public var settling: Duration
        /// How projects are read: how many at a time, by which API.
        public var reading: Backfill.Configuration

        public init(
            kinds: Set<RecordKind> = BackfillPlan.standardKinds, days: Int = 30,
            interval: Duration = .seconds(30), settling: Duration = .seconds(150),
            reading: Backfill.Configuration = Backfill.Configuration()
        ) {
            self.kinds = kinds
            self.days = max(1, days)
            self.interval = max(.zero, interval)
            self.settling = max(.seconds(121), settling)
            self.reading = reading
        }
    }

    let client: GitLabClient
    let storage: any RecordStorage
    let state: any StateStorage
    let time: any TimeSource
    public let configuration: Configuration
    private let schema = KnownSchema()

    /// - Parameters:
    ///   - storage: where records go.
    ///   - state: where the backfill keeps its checkpoints, too.
    public init(
        client: GitLabClient, storage: any RecordStorage, state: any StateStorage,
        time: any TimeSource = .system, configuration: Configuration = Configuration()
    ) {
        self.client = client
        self.storage = storage
        self.state = state
        self.time = time
        self.configuration = configuration
    }

    /// Reads what the keys name; keys of one project together, several projects at a time.
    ///
    /// - Parameter keys: of projects of the client's instance.
    /// - Returns: how it went for each project. A project that fails does not stop the others; keys that were not read
    ///   stand in its report. What GitLab no longer shows is *gone*, as after a sweep.
    /// - Throws: `IngestionError` when nothing can go on: the token is not accepted, or the store fails.
    public func run(_ keys: Set<RefreshKey>) async throws(IngestionError) -> RefreshOutcome {
        guard !keys.isEmpty else { return RefreshOutcome() }
        let reporter = BackfillProgress.Reporter()
        let reader = Reader(client: client, time: time, reporter: reporter)
        let recorder = ChangeRecorder(storage)
        do {
            let projects = Dictionary(grouping: keys, by: \.project).sorted { $0.key < $1.key }
            let graphQL = try await graphQL(reader)
            let reports = try await projects.concurrentMap(atOnce: configuration.reading.projectsAtOnce) {
                try await read(Set($0.value), of: $0.key, reader, graphQL, into: recorder)
            }
            return RefreshOutcome(
                projects: reports, changes: recorder.changes, requests: reporter.requests)
        } catch let error as GitLabError {
            throw IngestionError(error)
        } catch let error as StorageError {
            throw IngestionError(error)
        } catch {
            throw IngestionError(StorageError(.unavailable, detail: "unexpected failure", underlying: error))
        }
    }

    /// GraphQL, where the instance offers it; what it offers is asked once. `nil` also where that cannot be asked now:
    /// REST says why, or does.
    private func graphQL(_ reader: Reader) async throws(GitLabError) -> GraphQLReader? {
        if let known = schema.value {
            var graphQL = known
            graphQL?.reader = reader
            return graphQL
        }
        let backfill = Backfill(
            client: client, storage: storage, state: state, time: time, configuration: configuration.reading)
        do {
            let graphQL = try await backfill.graphQL(reader)
            schema.value = .some(graphQL)
            return graphQL
        } catch {
            guard !error.stopsEverything else { throw error }
            return nil
        }
    }
}
