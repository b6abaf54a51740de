import FakeGitLab
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension GoldenProject {
    /// The project's records, read once for all tests as a host reads them: from GitLab, through the backfill, into a
    /// store. By REST, as the page tells it: GraphQL knows child pipelines and when deployments truly finished.
    static let reading = Task { try await read(BackfillPlan.standardKinds) }

    /// The same, with everything a plan may ask for.
    static let wholeReading = Task { try await read(BackfillPlan.allKinds) }

    /// The first, unless the metric rests on more.
    static func reading(for metric: any Metric) -> Task<RecordSet, any Error> {
        BackfillPlan.standardKinds.isSuperset(of: metric.kinds) ? reading : wholeReading
    }

    private static func read(_ kinds: Set<RecordKind>) async throws -> RecordSet {
        let fake = try fake()
        let storage = InMemoryStorage()
        let backfill = Backfill(
            client: try client(of: fake), storage: storage, state: storage, time: fake.time,
            configuration: .init(way: .rest))
        let plan = BackfillPlan(
            instance: instance, selections: [.project("harbour/lighthouse")], since: period.start,
            kinds: kinds)
        let outcome = try await backfill.run(plan)
        guard outcome.isCompleted else { throw Incomplete(outcome: outcome) }
        return await storage.records(matching: RecordQuery())
    }

    struct Incomplete: Error {
        let outcome: BackfillOutcome
    }
}
