public import GitLabAPI
public import MetricsCore
public import MetricsStorage

/// Reads the history of projects from GitLab into a store, page by page, and remembers after each page how far it
/// came.
///
/// A run that ends anywhere, by a fault, a crash or cancellation, leaves a consistent store, and the next one goes
/// on there. A run after a complete one reads what changed. Two runs over the same projects at a time are refused
/// by the store (`StorageError.Code.conflict`), not harmful.
public struct Backfill: Sendable {
    public struct Configuration: Hashable, Sendable {
        /// How many projects are read at a time; 4 by default.
        public var projectsAtOnce: Int
        /// How many requests for one project are under way at a time; 4 by default.
        public var requestsPerProject: Int
        /// How far before the end of the last read the next one begins, for what GitLab dated before but showed
        /// only later; 2 minutes by default and at least.
        public var overlap: Duration
        /// Rows asked of REST at once, 1 to 100; 100 by default. GraphQL's pages go by what the instance manages.
        public var pageSize: Int
        /// Which of GitLab's APIs is read; `.mixed` by default.
        public var way: ReadingWay
        /// What finds tickets in descriptions and commit messages, which are not kept; all forms this package knows by
        /// default. A host with a pattern or prefixes of its own passes its scanner here too.
        public var tickets: TicketScanner

        public init(
            projectsAtOnce: Int = 4, requestsPerProject: Int = 4, overlap: Duration = .seconds(120),
            pageSize: Int = 100, way: ReadingWay = .mixed, tickets: TicketScanner = .standard
        ) {
            self.projectsAtOnce = max(1, projectsAtOnce)
            self.requestsPerProject = max(1, requestsPerProject)
            self.overlap = max(.seconds(120), overlap)
            self.pageSize = min(max(1, pageSize), 100)
            self.way = way
            self.tickets = tickets
        }

        var overlapMilliseconds: Int64 { Int64(overlap / .milliseconds(1)) }
    }

    let client: GitLabClient
    let storage: any RecordStorage
    let state: any StateStorage
    let time: any TimeSource
    let configuration: Configuration

    /// - Parameters:
    ///   - storage: where records go.
    ///   - state: where checkpoints are kept.
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

    /// Reads what the plan asks for and is not read yet.
    ///
    /// - Returns: how it went for each project. A project that fails does not stop the others; when the
    ///   surrounding task is cancelled, what was not read to the end says so.
    /// - Throws: `IngestionError` when nothing can go on: the token is not accepted, or the store fails.
    public func run(
        _ plan: BackfillPlan, reporting reporter: BackfillProgress.Reporter = .init()
    ) async throws(IngestionError) -> BackfillOutcome {
        let began = time.now
        reporter.begin(at: began)
        defer { reporter.finish() }
        let reader = Reader(client: client, time: time, reporter: reporter)
        do {
            let targets = try await targets(of: plan, reader)
            reporter.foundProjects(targets.count)
            let backfills = targets.map { backfill(of: $0, plan, reader) }
            try await run(backfills.compactMap(\.self), plan, reader)
            let reports = zip(targets, backfills).compactMap { $0.report ?? $1?.report }
            return BackfillOutcome(
                projects: reports, requests: reporter.requests, requestsByKind: reporter.requestsByKind,
                duration: .milliseconds(time.now.milliseconds - began.milliseconds))
        } catch let error as GitLabError {
            throw IngestionError(error)
        } catch let error as StorageError {
            throw IngestionError(error)
        } catch {
            throw IngestionError(StorageError(.unavailable, detail: "unexpected failure", underlying: error))
        }
    }

    /// `nil` for one that was not found.
    func backfill(of target: Target, _ plan: BackfillPlan, _ reader: Reader) -> ProjectBackfill? {
        guard case .found(let project, let began) = target else { return nil }
        return ProjectBackfill(
            project: project, began: began, plan: plan, reader: reader, storage: storage, state: state,
            configuration: configuration)
    }

    /// Reads the projects, several at a time; what is asked of all together before and after.
    private func run(_ backfills: [ProjectBackfill], _ plan: BackfillPlan, _ reader: Reader) async throws {
        var backfills = backfills
        var graphQL: GraphQLReader?
        do {
            graphQL = try await self.graphQL(reader)
            if let graphQL {
                try await feelPulses(of: &backfills, plan, graphQL)
                try await readGroupChanges(of: &backfills, plan, graphQL)
            }
        } catch let error as GitLabError where !error.stopsEverything {
            for backfill in backfills { backfill.log.end(ProjectOutcome(error)) }
            return
        }
        _ = try await backfills.concurrentMap(atOnce: configuration.projectsAtOnce) { try await $0.run() }
        if let graphQL { try await sweep(backfills, graphQL) }
    }
}
