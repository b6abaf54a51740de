import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("REST, GraphQL, and both")
struct WaysTests {
    struct Instance: Sendable, CustomTestStringConvertible {
        var version: GitLabVersion
        var tier: Tier
        var testDescription: String { "\(version.text) \(tier)" }
    }

    static let instances = [GitLabVersion.v15, .v17, .v19].flatMap { version in
        [Tier.free, .premium, .ultimate].map { Instance(version: version, tier: $0) }
    }

    private func records(_ lab: Lab, _ way: ReadingWay) async throws -> RecordSet {
        var lab = lab
        lab.configuration.way = way
        let storage = InMemoryStorage()
        let outcome = try await lab.backfill(into: storage).run(lab.plan)
        for project in outcome.projects {
            #expect(project.outcome.isCompleted, "\(way) \(project.outcome)")
            #expect(project.fallbacks.isEmpty, "\(way) \(project.fallbacks)")
        }
        return await storage.records(matching: .all)
    }

    @Test("What REST tells and what GraphQL tells is what both tell", arguments: instances)
    func agree(_ instance: Instance) async throws {
        let lab = try Lab(
            seed: 7, projects: 2, mergeRequests: 25, version: instance.version, tier: instance.tier)
        let rest = try await records(lab, .rest)
        let graphQL = try await records(lab, .graphQL)
        let union = rest.merging(graphQL)
        var both = try await records(lab, .mixed)
        if instance.version == .v15 {
            // When a merge request's commits were committed only its own list of commits tells there, one request
            // each: Documentation/GitLabSurface.md says so.
            both.merge(RecordSet(rest.projects.values.flatMap { $0.commits.rows }))
        }
        for difference in union.differences(from: both) { Issue.record("\(difference)") }
        #expect(union == both)
    }
}
