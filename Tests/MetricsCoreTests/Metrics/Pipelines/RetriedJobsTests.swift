import MetricsCore
import Testing

@Suite struct RetriedJobsTests {
    @Test("It is the share of jobs, by their name in a pipeline, that ran more than once")
    func plain() {
        var history = History()
        history.job(1, "failed", "test", of: 1, finished: 60)
        history.job(2, "failed", "test", of: 1, finished: 120)
        history.job(3, "success", "test", of: 1, finished: 180)
        history.job(4, "success", "lint", of: 1, finished: 60)
        history.job(5, "success", "test", of: 2, finished: 60)
        history.job(6, "failed", "lint", of: 2, finished: 60)
        let value = history.value(RetriedJobs())
        #expect(value.fraction == Fraction(1, 4))
        #expect(value.evidence.references.numbers == [3, 4, 5, 6])
        #expect(value.evidence.hits.numbers == [3])
    }

    @Test("A job counts once its last run succeeded or failed")
    func leftOut() {
        var history = History()
        history.job(1, "failed", "test", of: 1, finished: 60)
        history.job(2, "running", "test", of: 1, finished: 120)
        history.job(3, "canceled", "lint", of: 1, finished: 60)
        history.job(4, "manual", "deploy", of: 1, finished: 60)
        history.job(5, "success", "build", of: 1, finished: 60)
        let value = history.value(RetriedJobs())
        #expect(value.fraction == Fraction(0, 1))
        #expect(value.evidence.excluded(.running).numbers == [2])
        #expect(value.evidence.excluded(.canceled).numbers == [3])
        #expect(value.evidence.excluded(.skipped).numbers == [4])
    }

    @Test("It agrees with counting the runs of each name", arguments: 1...20)
    func naive(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        var history = History()
        var runs: [String: Int] = [:]
        for id in (1...40 as ClosedRange<Int64>).shuffled(using: &random) {
            let pipeline = Int64.random(in: 1...8, using: &random)
            let name = ["test", "lint", "build"].randomElement(using: &random) ?? "test"
            runs["\(pipeline) \(name)", default: 0] += 1
            history.job(
                id, Bool.random(using: &random) ? "success" : "failed", name, of: pipeline, finished: 60)
        }
        let value = history.value(RetriedJobs())
        #expect(value.fraction == Fraction(Double(runs.values.count { $0 > 1 }), Double(runs.count)))
    }

    @Test("No job is no share, and never 0")
    func nothing() {
        var history = History()
        history.cover()
        #expect(history.value(RetriedJobs()).absence == .nothingHappened)
    }
}
