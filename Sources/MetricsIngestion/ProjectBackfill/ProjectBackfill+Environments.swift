import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// All environments, whatever their state.
    func readEnvironments() async throws -> Extent {
        if way == .graphQL, let graphQL { return try await readEnvironmentNodes(graphQL) }
        let listing = CompleteListing(
            first: .environments(in: reference, perPage: configuration.pageSize),
            id: { (environment: Environment) in environment.id }, send: reader.pages())
        let environments = try await listing.read()
        log.count(environments.rows.count, skipped: environments.skipped, of: .environment)
        try await merge(RecordSet(environments.rows.map { $0.record(context(environments.began)) }))
        return Extent(since: .distantPast, until: environments.began.earliest)
    }

    /// The environments whose deployments metrics count, by id.
    func productionEnvironments() async throws(StorageError) -> [EnvironmentRecord] {
        try await stored([.environment]).environments.rows.filter(\.isProduction).sorted { $0.id < $1.id }
    }
}

extension EnvironmentRecord {
    /// By its tier, or by GitLab's rule for names where an old version tells no tier.
    ///
    /// <https://docs.gitlab.com/ci/environments/#deployment-tier-of-environments>
    fileprivate var isProduction: Bool {
        if let tier = tier?.value { return tier == .production }
        let name = name?.value.lowercased() ?? ""
        return name.contains("prod") || name.contains("live")
    }
}
