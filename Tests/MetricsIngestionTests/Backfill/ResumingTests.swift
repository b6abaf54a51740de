import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

@Suite("A backfill that ends anywhere is continued there")
struct ResumingTests {
    @Test("Whichever request fails, the next run completes the same records", arguments: 1...5)
    func failureAnywhere(seed: UInt64) async throws {
        let lab = try Lab(seed: seed, mergeRequests: 5)
        let whole = InterceptingTransport(over: lab.network)
        let first = try await lab.backfill(over: whole).run(lab.plan)
        #expect(first.isCompleted)
        #expect(first.requests == whole.count)
        let expected = await lab.records
        // Every tenth request of each of five worlds, at different places.
        for number in stride(from: 2 * Int(seed), through: whole.count, by: 10) {
            let storage = InMemoryStorage()
            let broken = InterceptingTransport(over: lab.network) {
                (count, request) async throws(GitLabError) in
                if count == number { throw GitLabError(.connectionBroken, request: request.description) }
                return nil
            }
            let cut = try await lab.backfill(over: broken, into: storage).run(lab.plan)
            #expect(!cut.isCompleted)
            let rest = try await lab.backfill(into: storage).run(lab.plan)
            #expect(rest.isCompleted)
            let isSame = await storage.records(matching: .all) == expected
            #expect(isSame, "request \(number) of \(whole.count)")
        }
    }

    @Test("After a failure late in the run little is read again")
    func littleIsReadAgain() async throws {
        var lab = try Lab(mergeRequests: 40)
        lab.configuration.requestsPerProject = 1
        let counting = InterceptingTransport(over: lab.network)
        _ = try await lab.backfill(over: counting, into: InMemoryStorage()).run(lab.plan)
        let notes = counting.paths.filter { $0.hasSuffix("/notes") }.count
        let storage = InMemoryStorage()
        let firstNotes = InterceptingTransport(over: lab.network) {
            [read = Counter()] (_, request) async throws(GitLabError) in
            guard request.url.path.hasSuffix("/notes"), read.next() > notes * 3 / 4 else { return nil }
            throw GitLabError(.serverFault)
        }
        _ = try await lab.backfill(over: firstNotes, into: storage).run(lab.plan)
        let rest = InterceptingTransport(over: lab.network)
        _ = try await lab.backfill(over: rest, into: storage).run(lab.plan)
        #expect(rest.paths.filter { $0.hasSuffix("/notes") }.count < notes / 2)
    }

    @Test("A cancelled run says so, and the next one completes the same records", arguments: [1, 7, 23, 40])
    func cancellation(after count: Int) async throws {
        let lab = try Lab(projects: 2)
        let expected = try await lab.fresh()
        let gate = Gate()
        let stopping = InterceptingTransport(over: lab.network) {
            (number, _) async throws(GitLabError) in
            if number == count { await gate.open() }
            return nil
        }
        let backfill = try lab.backfill(over: stopping)
        let plan = lab.plan
        let run = Task { try await backfill.run(plan) }
        await gate.wait { run.cancel() }
        let cut = try await run.value
        #expect(
            cut.projects.contains { report in
                if case .cancelled = report.outcome { true } else { false }
            })
        let rest = try await lab.backfill().run(lab.plan)
        #expect(rest.isCompleted)
        #expect(await lab.records == expected)
    }
}
