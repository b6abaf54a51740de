import FakeGitLab
import Foundation
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import Testing
import WireFormat

@Suite("Metrics move with the delivery, before anything is read")
struct WebhookImmediacyTests {
    private static let metrics: [MetricID] = [
        .timeToFirstComment, .timeToApprove, .timeToMerge, .pipelineSuccessRate, .pipelineDuration,
    ]

    @Test("What was opened, discussed, approved and merged counts at once as it does once it is read")
    func atOnce() async throws {
        let run = try await WebhookLawRun(seed: 2)
        let project = try #require(run.law.fake.world.projectIDs.first)
        let people = run.law.fake.world.objects(.users).compactMap { $0["id"]?.intValue }
            .filter { run.law.fake.world.access(of: $0, toProject: project) >= .maintainer }
        let (author, reviewer) = (try #require(people.first), try #require(people.last))
        try #require(author != reviewer)
        let before = try await distributions(run.told.storage, run)
        let iid = try await run.happen { world in
            try world.openMergeRequest(in: project, by: author, title: "Fix", sourceBranch: "immediately")
        }
        try await run.happen { _ = try $0.comment(on: iid, in: project, by: reviewer, body: "Why?") }
        try await run.happen { try $0.approve(iid, in: project, by: reviewer) }
        try await run.happen { try $0.merge(iid, in: project, by: reviewer) }
        let pipeline = try await run.happen { world in
            let id = try world.createPipeline(in: project, by: author)
            try world.startPipeline(id)
            return id
        }
        try await run.happen { try $0.finishPipeline(pipeline, status: "success") }
        let atOnce = try await distributions(run.told.storage, run)
        for metric in Self.metrics { #expect(atOnce[metric] != before[metric], "\(metric) did not move") }
        run.law.time.advance(by: .seconds(600))
        _ = try await run.law.backfill.run(run.law.plan)
        #expect(try await distributions(run.law.storage, run) == atOnce)
        try await run.told.catchUp(run.law.time)
        #expect(try await distributions(run.told.storage, run) == atOnce)
    }

    /// How the values of each metric are spread, or what was divided by what.
    private func distributions(
        _ storage: InMemoryStorage, _ run: WebhookLawRun
    ) async throws -> [MetricID: String] {
        let period = ReportPeriod(
            days: 30, endingAt: Instant(LawRun.start).advanced(bySeconds: 7 * 86_400), timeZone: .gmt)
        let report = try await MetricsReporter(storage: storage).report(for: period)
        return Dictionary(
            uniqueKeysWithValues: Self.metrics.map { metric in
                let value = report[metric]
                return (
                    metric,
                    "\(String(describing: value?.distribution)) \(String(describing: value?.fraction))"
                )
            })
    }
}
