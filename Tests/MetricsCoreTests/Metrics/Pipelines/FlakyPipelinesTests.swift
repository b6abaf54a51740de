import MetricsCore
import Testing

@Suite struct FlakyPipelinesTests {
    /// Pipelines of commits, one a minute.
    private func history(_ runs: (sha: String, status: String)...) -> History {
        var history = History()
        for (index, run) in runs.enumerated() {
            history.pipeline(
                Int64(index + 1), run.status, of: run.sha, created: 60 * index, finished: 60 * index)
        }
        return history
    }

    @Test("A commit is flaky that failed and then succeeded; it stands for its last pipeline")
    func plain() {
        let history = history(
            ("a", "failed"), ("a", "success"), ("b", "success"), ("c", "failed"), ("d", "success"),
            ("d", "failed"))
        let value = history.value(FlakyPipelines())
        #expect(value.fraction == Fraction(1, 4))
        #expect(value.evidence.references.numbers == [2, 3, 4, 6])
        #expect(value.evidence.hits.numbers == [2])
    }

    @Test("It stays flaky whatever came before and after")
    func more() {
        let history = history(("a", "success"), ("a", "failed"), ("a", "success"), ("a", "failed"))
        #expect(history.value(FlakyPipelines()).fraction == Fraction(1, 1))
    }

    @Test("Another branch is another try, not the same again")
    func branches() {
        var history = history(("a", "failed"))
        history.pipeline(2, "success", of: "a", on: "topic", created: 0, finished: 600)
        #expect(history.value(FlakyPipelines()).fraction == Fraction(0, 2))
    }

    @Test(
        "A pipeline that succeeded because a failed job was run again makes its commit flaky",
        arguments: [
            ("success", "failed", "success", false, true), ("success", "success", "success", false, false),
            ("success", "canceled", "success", false, false), ("success", "failed", "failed", true, false),
            ("failed", "failed", "failed", false, false), ("failed", "failed", "success", false, false),
        ])
    func retried(pipeline: String, first: String, second: String, mayFail: Bool, isFlaky: Bool) {
        var history = history(("a", pipeline))
        history.job(2, second, "test", of: 1, finished: 40)
        history.job(1, first, "test", of: 1, finished: 20, mayFail: mayFail)
        history.job(3, "success", "lint", of: 1, finished: 20)
        #expect(history.value(FlakyPipelines()).fraction == Fraction(isFlaky ? 1 : 0, 1))
    }

    @Test("What neither succeeded nor failed is left out by reason")
    func leftOut() {
        var history = history(("a", "failed"), ("a", "canceled"), ("a", "skipped"), ("a", "running"))
        history.pipeline(5, "success", of: "a", created: 0, finished: 600, source: "parent_pipeline")
        let value = history.value(FlakyPipelines())
        #expect(value.fraction == Fraction(0, 1))
        #expect(value.evidence.excluded(.canceled).numbers == [2])
        #expect(value.evidence.excluded(.skipped).numbers == [3])
        #expect(value.evidence.excluded(.running).numbers == [4])
        #expect(value.evidence.excluded(.childPipeline).numbers == [5])
    }

    @Test("The last pipeline decides the period")
    func bounds() {
        var history = history(("a", "failed"))
        history.pipeline(2, "success", of: "a", created: 0, finished: History.day)
        #expect(history.value(FlakyPipelines(), days: 0..<1).number == nil)
        #expect(history.value(FlakyPipelines(), days: 1..<2).number == 1)
    }

    @Test(
        "It agrees with looking for a success behind a failure in the story of each commit", arguments: 1...20
    )
    func naive(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        var history = History()
        var stories: [String: String] = [:]
        for id in 0..<40 {
            let (sha, ref) = ("sha-\(Int.random(in: 0..<6, using: &random))", ["main", "topic"][id % 2])
            let isSuccess = Bool.random(using: &random)
            stories["\(sha) \(ref)", default: ""] += isSuccess ? "S" : "F"
            history.pipeline(
                Int64(id), isSuccess ? "success" : "failed", of: sha, on: ref, created: 60 * id,
                finished: 60 * id)
        }
        let flaky = stories.values.count { $0.drop { $0 == "S" }.contains("S") }
        let value = history.value(FlakyPipelines())
        #expect(value.fraction == Fraction(Double(flaky), Double(stories.count)))
    }

    @Test("Nothing tested is no share, and never 0")
    func nothing() {
        var history = History()
        history.cover()
        #expect(history.value(FlakyPipelines()).absence == .nothingHappened)
    }
}
