import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("GraphQL that fails")
struct FallbackTests {
    private func run(_ lab: Lab, into storage: InMemoryStorage) async throws -> BackfillOutcome {
        let outcome = try await lab.backfill(into: storage).run(lab.plan)
        #expect(outcome.isCompleted)
        return outcome
    }

    @Test("Without GraphQL all comes from REST, and the coverage says what that cannot tell")
    func absent() async throws {
        let lab = try Lab(way: .mixed)
        lab.fake.faults = FaultPlan([FaultRule(.notFound, at: "graphql")])
        let storage = InMemoryStorage()
        _ = try await run(lab, into: storage)
        let records = await storage.records(matching: .all)
        lab.fake.faults = FaultPlan()
        var rest = lab
        rest.configuration.way = .rest
        #expect(try await rest.fresh() == records)
        for (key, records) in records.projects {
            let extent = records.coverage[.init(project: key, kind: .mergeRequest)]?.extent.value
            #expect(extent?.untold == [.bots, .size, .timeLogs])
            #expect(records.mergeRequests.allSatisfy { $0.size == nil })
        }
    }

    @Test("When it fails midway, REST goes on where it stopped", arguments: [2, 3, 5, 8])
    func midway(afterwards count: Int) async throws {
        let lab = try Lab(mergeRequests: 30, way: .mixed)
        lab.fake.faults = FaultPlan([
            FaultRule(.internalServerError, at: "graphql", .requests(count...1_000_000))
        ])
        let storage = InMemoryStorage()
        let outcome = try await run(lab, into: storage)
        #expect(outcome.projects.contains { !$0.fallbacks.isEmpty })
        lab.fake.faults = FaultPlan()
        let known = await storage.records(matching: .all)
        var rest = lab
        rest.configuration.way = .rest
        for (key, records) in try await rest.fresh().projects {
            #expect(records.mergeRequests.allSatisfy { known[key].mergeRequests.contains($0.id) })
            #expect(records.notes.allSatisfy { known[key].notes.contains($0.id) })
            #expect(records.commits.allSatisfy { known[key].commits.contains($0.id) })
            #expect(
                records.pipelines.allSatisfy {
                    known[key].pipelines[$0.id]?.timing != nil || $0.timing == nil
                })
            #expect(records.deployments.allSatisfy { known[key].deployments.contains($0.id) })
            #expect(records.listings.allSatisfy { known[key].listings.contains($0.id) })
        }
    }

    @Test("A query that takes too long is asked again for less, until it answers")
    func smallerPages() async throws {
        let lab = try Lab(mergeRequests: 60, way: .mixed, queryRowLimit: 400)
        let storage = InMemoryStorage()
        let outcome = try await run(lab, into: storage)
        #expect(outcome.projects.allSatisfy { $0.fallbacks.isEmpty })
        let patient = try Lab(mergeRequests: 60, way: .mixed)
        #expect(try await patient.fresh() == storage.records(matching: .all))
        let refused = lab.fake.log.entries.filter { $0.route == "graphql" && $0.status == 503 }
        #expect(!refused.isEmpty)
    }

    @Test("A project that goes before its sweep ends by itself, and the others are swept")
    func goneBeforeSweep() async throws {
        let lab = try Lab(projects: 2, way: .mixed)
        _ = try await lab.backfill().run(lab.plan)
        lab.time.advance(by: .seconds(86_400))
        let project = try #require(lab.fake.world.projectIDs.first)
        let vanishing = InterceptingTransport(over: lab.network) {
            [fake = lab.fake] (_, request) async throws(GitLabError) in
            if let body = request.body, String(decoding: body, as: UTF8.self).contains("query Found") {
                _ = fake.change { world in try? world.deleteProject(project) }
            }
            return nil
        }
        let outcome = try await lab.backfill(over: vanishing).run(lab.plan)
        let ended = outcome.projects.filter { !$0.outcome.isCompleted }
        #expect(ended.map(\.project) == [ProjectKey("lab", project)])
        #expect(outcome.projects.count == 2)
    }

    @Test("GraphQL alone without GraphQL says so, and reads nothing")
    func required() async throws {
        let lab = try Lab(way: .graphQL)
        lab.fake.faults = FaultPlan([FaultRule(.notFound, at: "graphql")])
        let outcome = try await lab.backfill().run(lab.plan)
        #expect(outcome.projects.allSatisfy { !$0.outcome.isCompleted })
        #expect(await lab.records.isEmpty)
    }
}
