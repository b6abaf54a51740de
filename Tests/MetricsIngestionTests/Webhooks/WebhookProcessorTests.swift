import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage
import Synchronization
import Testing
import WebhookModels

@testable import MetricsIngestion

@Suite("The processor of webhooks")
struct WebhookProcessorTests {
    @Test("drains an inbox: each entry once, those of a subject in order, and nothing is left")
    func draining() async throws {
        let bench = try await ProcessorBench(entries: 60)
        let seen = Log<String>()
        try await bench.processor { entry in
            // Lets others go ahead, who must not be of the same subject.
            await Task.yield()
            seen.add(entry.id.delivery)
        }.drain()
        #expect(Set(seen.all).count == 60 && seen.all.count == 60)
        for subject in 0..<3 {
            let ofSubject = seen.all.compactMap(Int.init).filter { $0 % 4 == subject }
            #expect(ofSubject == ofSubject.sorted())
        }
        #expect(await bench.counts() == InboxCounts())
        #expect(bench.outcomes.all.allSatisfy { $0.outcome == .applied })
    }

    @Test("has no more in hand than it may, of all and of one project")
    func bounds() async throws {
        let bench = try await ProcessorBench(entries: 60, projects: 3)
        let busy = Mutex<(now: [ProjectKey?: Int], most: Int, mostOfOne: Int)>(([:], 0, 0))
        let configuration = WebhookProcessor.Configuration(concurrency: 5, perProject: 2)
        try await bench.processor(configuration) { entry in
            busy.withLock { busy in
                busy.now[entry.project, default: 0] += 1
                busy.most = max(busy.most, busy.now.values.reduce(0, +))
                busy.mostOfOne = max(busy.mostOfOne, busy.now.values.max() ?? 0)
            }
            for _ in 0..<20 { await Task.yield() }
            busy.withLock { $0.now[entry.project, default: 0] -= 1 }
        }.drain()
        #expect(busy.withLock { $0.most } <= 5)
        #expect(busy.withLock { $0.mostOfOne } <= 2)
        #expect(busy.withLock { $0.most } >= 2)
    }

    @Test("tries again after pauses that grow, and nothing of the same subject meanwhile")
    func retrying() async throws {
        let bench = try await ProcessorBench(entries: 0)
        for name in ["first", "second"] { try await bench.enqueue(name, subject: "issue/1") }
        let seen = Log<String>()
        try await bench.processor { entry in
            seen.add(entry.id.delivery)
            if seen.all.count < 5 { throw StorageError(.unavailable, detail: "of today") }
        }.drain()
        #expect(seen.all == ["first", "first", "first", "first", "first", "second"])
        let now = bench.start
        let retries = bench.outcomes.all.compactMap { report -> Int64? in
            guard case .failed(let reason, let retryAt) = report.outcome else { return nil }
            #expect(reason == "StorageError unavailable")
            return now.seconds(until: retryAt)
        }
        // The pauses are 10, 20, 40, 80 seconds with a jitter of nothing taken off.
        #expect(retries == [10, 30, 70, 150])
        #expect(bench.outcomes.all.last?.outcome == .applied)
    }

    @Test("gives up after so many attempts, with a reason that tells nothing of the delivery, and replays")
    func givingUp() async throws {
        struct Failure: Error { var text = "CANARY" }
        let bench = try await ProcessorBench(entries: 1)
        let configuration = WebhookProcessor.Configuration(attempts: 3)
        try await bench.processor(configuration) { _ in throw Failure() }.drain()
        let letters = await bench.storage.deadLetters(after: nil, limit: 9)
        #expect(letters.map(\.attempts) == [3])
        #expect(letters.map(\.reason) == ["Failure"])
        for letter in letters { #expect(await bench.storage.replay(letter.id, at: bench.start)) }
        try await bench.processor { _ in }.drain()
        #expect(await bench.counts() == InboxCounts())
    }

    @Test("gives up at once what trying again cannot mend")
    func lastingErrors() async throws {
        let errors: [any Error] = [
            WebhookError(WebhookError.Code(rawValue: "x"), status: 400, detail: "CANARY"),
            StorageError(.unreadable, detail: "CANARY"),
            DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "CANARY")),
        ]
        for error in errors {
            let bench = try await ProcessorBench(entries: 1)
            try await bench.processor { _ in throw error }.drain()
            let letter = try #require(await bench.storage.deadLetters(after: nil, limit: 9).first)
            #expect(letter.attempts == 1)
            #expect(!letter.reason.contains("CANARY"))
        }
    }

    @Test("gives up what killed its process again and again")
    func crashLoop() async throws {
        let bench = try await ProcessorBench(entries: 1)
        for _ in 0..<3 {
            _ = await bench.storage.claim(upTo: 1, perProject: 1, lease: 60, at: Instant(bench.time.now))
            try await bench.time.sleep(for: .seconds(60))
        }
        let seen = Log<String>()
        try await bench.processor(WebhookProcessor.Configuration(attempts: 3)) { seen.add($0.id.delivery) }
            .drain()
        #expect(seen.all.isEmpty)
        #expect(await bench.counts() == InboxCounts(dead: 1))
    }

    @Test("stopped in the midst, gives back what it did not finish, and another does all of it at once")
    func stopping() async throws {
        let bench = try await ProcessorBench(entries: 30, mode: .manual)
        let begun = Log<String>()
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .unbounded)
        let processor = bench.processor(WebhookProcessor.Configuration(concurrency: 4)) { entry in
            begun.add(entry.id.delivery)
            arrival.yield()
            try await bench.time.sleep(for: .seconds(30))
        }
        let run = Task { await processor.run() }
        var iterator = arrivals.makeAsyncIterator()
        for _ in 0..<4 { await iterator.next() }
        run.cancel()
        await run.value
        #expect(await bench.counts() == InboxCounts(waiting: 30))
        #expect(bench.outcomes.all.map(\.outcome) == Array(repeating: .released, count: 4))

        let done = Log<String>()
        try await bench.processor { done.add($0.id.delivery) }.drain()
        #expect(Set(done.all).count == 30 && done.all.count == 30)
        #expect(bench.outcomes.all.dropFirst(4).allSatisfy { $0.attempt == 1 })
    }

    @Test("killed between claim and acknowledgement: processed after the lease, once in effect")
    func kill() async throws {
        let bench = try await ProcessorBench(entries: 4)
        let apply: WebhookProcessor.Handler = { entry in
            let number = Int64(entry.id.delivery) ?? 0
            await bench.storage.merge(
                RecordSet([
                    PipelineRecord(id: PipelineKey("alpha", 100 + number), project: ProjectKey("alpha", 1))
                ]))
        }
        // The effect is there, but the process dies before the inbox hears of it.
        try? await bench.processor(
            inbox: FlickeringInbox(bench.storage, dyingWithFirstClaim: true), handler: apply
        ).drain()
        let once = await bench.storage.records(matching: .all)
        #expect(once.count == 4)
        #expect(await bench.counts() == InboxCounts(claimed: 4))
        #expect(bench.outcomes.all.allSatisfy { $0.outcome == .unanswered })

        let second = Log<String>()
        try await bench.processor { entry in
            second.add(entry.id.delivery)
            try await apply(entry)
        }.drain()
        #expect(Set(second.all).count == 4 && second.all.count == 4)
        #expect(Instant(bench.time.now) >= bench.start.advanced(bySeconds: 60))
        #expect(await bench.storage.records(matching: .all) == once)
        #expect(await bench.counts() == InboxCounts())
    }

    @Test("running, finds what arrives: woken at once, else at the next look")
    func running() async throws {
        let bench = try await ProcessorBench(entries: 0, mode: .manual)
        let (done, finish) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .unbounded)
        let processor = bench.processor { finish.yield($0.id.delivery) }
        let run = Task { await processor.run() }
        var iterator = done.makeAsyncIterator()
        await bench.time.untilSleeping(1)
        try await bench.enqueue("woken")
        processor.wake()
        #expect(await iterator.next() == "woken")
        #expect(bench.time.elapsed == .zero)
        await bench.time.untilSleeping(1)
        try await bench.enqueue("found")
        // Its timer may just be set anew; time passes until it has looked.
        async let found = iterator.next()
        while await bench.counts().waiting > 0 {
            bench.time.advance(by: .seconds(5))
            await Task.yield()
        }
        #expect(await found == "found")
        run.cancel()
        await run.value
    }

    @Test("goes on when an inbox that failed is there again, and draining says that it failed")
    func failingInbox() async throws {
        let bench = try await ProcessorBench(entries: 1, mode: .manual)
        let broken = FlickeringInbox(bench.storage)
        let error = await #expect(throws: StorageError.self) {
            try await bench.processor(inbox: broken) { _ in }.drain()
        }
        #expect(error?.code == .unavailable)

        let (done, finish) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .unbounded)
        let run = Task { await bench.processor(inbox: broken) { finish.yield($0.id.delivery) }.run() }
        await bench.time.untilSleeping(1)
        await broken.recover()
        bench.time.advance(by: .seconds(5))
        for await delivery in done {
            #expect(delivery == "0")
            break
        }
        run.cancel()
        await run.value
    }

    @Test("pauses grow to a bound, and jitter takes at most half off")
    func pauses() {
        let configuration = WebhookProcessor.Configuration()
        let pauses = (1...9).map { configuration.pause(after: $0, random: 1) }
        let expected: [Int64] = [10, 20, 40, 80, 160, 320, 640, 900, 900]
        #expect(pauses == expected)
        #expect(configuration.pause(after: 1, random: 0) == 5)
    }
}
