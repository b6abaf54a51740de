public import MetricsCore
public import MetricsStorage

/// Reads the store, applies metrics: the only reader that computes.
public struct MetricsReporter: Sendable {
    public struct Configuration: Sendable {
        /// What is computed, in the order in which it is shown; the headline metrics by default.
        public var metrics: [any Metric]
        /// How facts are read from records: bots, production environments, failure attribution.
        public var rules: FactRules
        /// Whether each project gets values of its own beside those of all together; by default it does.
        public var breaksDownByProject: Bool
        /// By what values are told apart besides; by nothing unless asked.
        public var grouping: Grouping?
        /// How many projects are worked on at a time; 1 by default. The report is the same.
        public var parallelism: Int
        /// What the report may tell of people; everything unless the host says otherwise.
        public var privacy: PrivacyPolicy
        /// By which names people are called where the policy asks for pseudonyms; without any they are withheld.
        public var pseudonyms: Pseudonyms?

        public init(
            metrics: [any Metric] = MetricCatalogue.headline, rules: FactRules = .standard,
            breaksDownByProject: Bool = true, grouping: Grouping? = nil, parallelism: Int = 1,
            privacy: PrivacyPolicy = .open, pseudonyms: Pseudonyms? = nil
        ) {
            self.metrics = metrics
            self.rules = rules
            self.breaksDownByProject = breaksDownByProject
            self.grouping = grouping
            self.parallelism = parallelism
            self.privacy = privacy
            self.pseudonyms = pseudonyms
        }
    }

    public let storage: any RecordStorage
    public let configuration: Configuration

    public init(storage: any RecordStorage, configuration: Configuration = Configuration()) {
        self.storage = storage
        self.configuration = configuration
    }

    /// All metrics over the stored projects, project after project: memory grows with the largest project, not
    /// with their number, plus 8 to 16 bytes per counted record and metric for its evidence.
    ///
    /// - Parameters:
    ///   - projects: only these; `nil` for all that are stored.
    ///   - period: the span of time reported on.
    /// - Throws: what the store throws.
    /// - Complexity: O(records of the period), O(n log n) in the notes of a merge request.
    @concurrent
    public func report(
        on projects: Set<ProjectKey>? = nil, for period: ReportPeriod
    ) async throws(StorageError) -> MetricsReport {
        let projects = try await ordered(projects)
        let shard = try await sharded(projects) { (projects) async throws(StorageError) -> ReportShard in
            var shard = ReportShard(configuration, period)
            for project in projects {
                shard.add(
                    try await facts(of: project, for: period), breaksDown: configuration.breaksDownByProject)
            }
            return shard
        } merge: {
            $0.merge($1)
        }
        let report = MetricsReport(shard, for: period, by: configuration.grouping)
        return report.seen(
            by: configuration.privacy, shard.columns.map(\.audience), pseudonyms: configuration.pseudonyms)
    }

    /// Works on as many shares of the projects at a time as are asked for, and merges what comes of them in order.
    func sharded<Share: Sendable>(
        _ projects: [ProjectKey],
        _ work: @Sendable @escaping ([ProjectKey]) async throws(StorageError) -> Share,
        merge: (inout Share, Share) -> Void
    ) async throws(StorageError) -> Share {
        let count = max(1, min(configuration.parallelism, projects.count))
        guard count > 1 else { return try await work(projects) }
        let size = (projects.count + count - 1) / count
        let shares = await withTaskGroup(of: (Int, Result<Share, StorageError>).self) { group in
            for index in 0..<count {
                let share = Array(projects.dropFirst(index * size).prefix(size))
                group.addTask {
                    (index, await Self.result { () async throws(StorageError) in try await work(share) })
                }
            }
            var results: [(Int, Result<Share, StorageError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var merged = try shares[0].get()
        for share in shares.dropFirst() { merge(&merged, try share.get()) }
        return merged
    }

    private static func result<Value>(
        _ work: () async throws(StorageError) -> Value
    ) async -> Result<Value, StorageError> {
        do { return .success(try await work()) } catch { return .failure(error) }
    }

    /// What metrics read of the project for that period, or ever.
    func facts(
        of project: ProjectKey, for period: ReportPeriod? = nil
    ) async throws(StorageError) -> ProjectFacts {
        let query = RecordQuery(
            projects: [project], activity: period.map(reach), mayExceedActivity: true)
        let records = try await storage.records(matching: query)[project]
        return ProjectFacts(of: project, records, rules: configuration.rules)
    }

    func ordered(_ projects: Set<ProjectKey>?) async throws(StorageError) -> [ProjectKey] {
        if let projects { return projects.sorted() }
        return try await storage.projects().sorted()
    }

    /// What happened around the period decides on what happened in it: an incident after it is held against a
    /// deployment within.
    func reach(of period: ReportPeriod) -> Range<Instant> {
        let limit = configuration.rules.attributionLimit
        return period.start.advanced(bySeconds: -limit)..<period.end.advanced(bySeconds: limit)
    }
}
