import FakeGitLab
import Foundation
import MetricsCore
import MetricsStorage
import Testing

@testable import MetricsIngestion

@Suite("Laws of processing")
struct ProcessorLawTests {
    /// 20, or as many as the environment variable `TEST_SEEDS` says.
    static let seeds: ClosedRange<UInt64> = {
        let wanted = ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap(UInt64.init) ?? 20
        return 1...max(1, wanted)
    }()

    @Test(
        "however often processes die and handlers fail, each delivery is applied, those of a subject in order",
        arguments: seeds)
    func crashes(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let count = Int.random(in: 1...60, using: &random)
        let bench = try await ProcessorBench(entries: count, projects: Int.random(in: 1...4, using: &random))
        let applied = Log<Int>()
        let handler: WebhookProcessor.Handler = { entry in
            let number = try #require(Int(entry.id.delivery))
            let project = try #require(entry.project)
            await bench.storage.merge(
                RecordSet([PipelineRecord(id: PipelineKey("alpha", number), project: project)]))
            applied.add(number)
        }
        let configuration = WebhookProcessor.Configuration(
            concurrency: Int.random(in: 1...8, using: &random),
            perProject: Int.random(in: 1...4, using: &random), attempts: 1_000)
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let inbox = FlickeringInbox(
                bench.storage, failingAfter: Int.random(in: 1...40, using: &random))
            let failing = Int.random(in: 1...5, using: &random)
            try? await bench.processor(configuration, inbox: inbox) { entry in
                if Int(entry.id.delivery)?.isMultiple(of: failing) != false {
                    throw StorageError(.unavailable, detail: "of today")
                }
                try await handler(entry)
            }.drain()
        }
        try await bench.processor(configuration, handler: handler).drain()

        #expect(Set(applied.all) == Set(0..<count))
        #expect(await bench.storage.records(matching: .all).count == count)
        #expect(await bench.counts() == InboxCounts())
        // Repeated ones left out, those of a project's subject stand in the order of their arrival.
        var seen: Set<Int> = []
        let firsts = applied.all.filter { seen.insert($0).inserted }
        let lines = Dictionary(grouping: firsts.filter { $0 % 4 != 3 }) { number in
            bench.lane(of: number)
        }
        for line in lines.values { #expect(line == line.sorted()) }
    }

    @Test("two processors on one inbox apply each delivery once")
    func twoProcessors() async throws {
        // Time stands still: what the one has in hand is not given to the other.
        let bench = try await ProcessorBench(entries: 80, projects: 3, mode: .manual)
        let (applied, apply) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .unbounded)
        let runs = (0..<2).map { _ in
            let processor = bench.processor(WebhookProcessor.Configuration(concurrency: 4)) { entry in
                for _ in 0..<3 { await Task.yield() }
                apply.yield(entry.id.delivery)
            }
            return Task { await processor.run() }
        }
        var seen: [String] = []
        for await delivery in applied {
            seen.append(delivery)
            if seen.count == 80 { break }
        }
        for run in runs { run.cancel() }
        for run in runs { await run.value }
        #expect(Set(seen).count == 80)
        #expect(await bench.counts() == InboxCounts())
        #expect(bench.outcomes.all.filter { $0.outcome == .applied }.count == 80)
    }
}
