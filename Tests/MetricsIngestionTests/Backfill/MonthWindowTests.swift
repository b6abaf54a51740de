import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage
import Testing

@testable import MetricsIngestion

@Suite("Long histories")
struct MonthWindowTests {
    private static let day: Int64 = 86_400_000

    @Test(
        "are cut without gap or overlap, and the last part stays open",
        arguments: [0, 1, 59, 60, 61, 90, 400])
    func windows(days: Int64) {
        let now: Int64 = 1_768_000_000_000
        let windows = MonthWindow.windows(from: now - days * Self.day, to: now)
        #expect(windows.first?.start == now - days * Self.day)
        #expect(windows.last?.end == nil)
        for (window, next) in zip(windows, windows.dropFirst()) { #expect(window.end == next.start) }
        #expect(windows.count == max(1, Int((days * Self.day - 1) / (30 * Self.day))))
    }

    @Test("of pipelines and commits are taken up at the month where the last run stopped")
    func resuming() async throws {
        var lab = try Lab(mergeRequests: 20, way: .mixed)
        lab.plan.since = lab.plan.since.advanced(bySeconds: -200 * 86_400)
        let whole = try await lab.fresh()
        let all = lab.fake.log.counts["POST graphql Pipelines", default: 0]
        #expect(all > 6)
        for stop in 2...5 {
            let storage = InMemoryStorage()
            let before = lab.fake.log.counts["POST graphql Pipelines", default: 0]
            let cut = InterceptingTransport(over: lab.network) {
                [fake = lab.fake] (_, request) async throws(GitLabError) in
                guard fake.log.counts["POST graphql Pipelines", default: 0] >= before + stop else {
                    return nil
                }
                throw GitLabError(.connectionBroken, request: request.description)
            }
            let outcome = try await lab.backfill(over: cut, into: storage).run(lab.plan)
            #expect(!outcome.isCompleted)
            let middle = lab.fake.log.counts["POST graphql Pipelines", default: 0]
            let rest = try await lab.backfill(into: storage).run(lab.plan)
            #expect(rest.isCompleted)
            let after = lab.fake.log.counts["POST graphql Pipelines", default: 0]
            #expect(after - middle <= all - stop + 1)
            #expect(await storage.records(matching: .all) == whole)
        }
    }
}
