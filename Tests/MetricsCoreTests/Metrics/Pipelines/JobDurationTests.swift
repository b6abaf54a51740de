import MetricsCore
import Testing

@Suite struct JobDurationTests {
    @Test("It is the running time GitLab states of each run, retried ones too")
    func plain() {
        var history = History()
        history.job(1, "failed", "test", of: 1, finished: 60, duration: 10)
        history.job(2, "success", "test", of: 1, finished: 120, duration: 20)
        history.job(3, "success", "lint", of: 1, finished: 60, duration: 90)
        history.job(4, "failed", "audit", of: 1, finished: 60, duration: 100, mayFail: true)
        let value = history.value(JobDuration())
        #expect(value.number == 55)
        #expect(value.evidence.references.numbers == [1, 2, 3, 4])
    }

    @Test("What did not run to its end, and what GitLab does not tell, is left out by reason")
    func leftOut() {
        var history = History()
        history.job(1, "success", "a", of: 1, finished: 60, duration: nil)
        history.job(2, "success", "b", of: 1, finished: 60, duration: -1)
        history.job(3, "canceled", "c", of: 1, finished: 60)
        history.job(4, "manual", "d", of: 1, finished: 60)
        history.job(5, "running", "e", of: 1, finished: 60)
        let evidence = history.value(JobDuration()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.noDuration).numbers == [1])
        #expect(evidence.excluded(.backwards).numbers == [2])
        #expect(evidence.excluded(.canceled).numbers == [3])
        #expect(evidence.excluded(.skipped).numbers == [4])
        #expect(evidence.excluded(.running).numbers == [5])
    }

    @Test("Told apart by job it says which is slowest")
    func grouped() {
        var history = History()
        history.job(1, "success", "test", of: 1, finished: 60, duration: 300)
        history.job(2, "success", "lint", of: 1, finished: 60, duration: 20)
        history.job(3, "success", "test", of: 2, finished: 60, duration: 500)
        var fold = GroupedFold(JobDuration(), period: history.period(), by: .job)
        fold.add(history.facts())
        #expect(fold.values.mapValues(\.number) == [GroupKey(id: "test"): 400, GroupKey(id: "lint"): 20])
    }

    @Test("The finish decides the period, and no run is no duration")
    func bounds() {
        var history = History()
        history.cover()
        history.job(1, "success", "test", of: 1, finished: 0)
        history.job(2, "success", "test", of: 2, finished: History.day)
        #expect(history.value(JobDuration(), days: 0..<1).evidence.references.numbers == [1])
        #expect(history.value(JobDuration(), days: 2..<3).absence == .nothingHappened)
    }
}
