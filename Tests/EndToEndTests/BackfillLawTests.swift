import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Synchronization
import Testing

@Suite("A backfill ends with exactly the world's records, or says why not and completes them later")
struct BackfillLawTests {
    /// 20, or as many as the environment variable `TEST_SEEDS` says.
    static let seeds =
        0..<UInt64(ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap { UInt64($0) } ?? 20)

    @Test("Under faults, in a world that rests", arguments: seeds)
    func faults(seed: UInt64) async throws {
        let run = try LawRun(seed: seed)
        run.fake.faults = run.randomFaults()
        for attempt in 1...20 {
            let outcome = try await run.attempt()
            if outcome?.isCompleted == true { break }
            // Nothing is lost by trying again; without faults one run is enough.
            if attempt == 3 { run.fake.faults = FaultPlan() }
            #expect(attempt < 20)
        }
        try await run.expectWorld()
    }

    @Test("Under faults, in a world that changes while it is read", arguments: seeds)
    func churn(seed: UInt64) async throws {
        let run = try LawRun(seed: seed &+ 1_000)
        run.fake.faults = run.randomFaults()
        let churn = Mutex(run.churn)
        run.fake.beforeEachRequest { world in churn.withLock { $0.step(&world) } }
        for _ in 1...3 {
            _ = try await run.attempt()
            run.time.advance(by: .seconds(45))
        }
        run.fake.beforeEachRequest(nil)
        run.fake.faults = FaultPlan()
        run.time.advance(by: .seconds(600))
        let quiet = try await run.attempt()
        #expect(quiet?.isCompleted == true)
        try await run.expectWorld()
    }
}
