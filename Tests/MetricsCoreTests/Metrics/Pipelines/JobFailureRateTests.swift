import MetricsCore
import Testing

@Suite struct JobFailureRateTests {
    @Test("It is failure among success and failure; everything else stands apart")
    func statuses() {
        var history = History()
        let statuses = [
            "success", "success", "success", "failed", "canceled", "skipped", "manual", "pending",
        ]
        for (index, status) in statuses.enumerated() {
            history.job(Int64(index), status, "job-\(index)", of: 1, finished: 60)
        }
        let value = history.value(JobFailureRate())
        #expect(value.fraction == Fraction(1, 4))
        #expect(value.evidence.hits.numbers == [3])
        #expect(value.evidence.excluded(.canceled).numbers == [4])
        #expect(value.evidence.excluded(.skipped).numbers == [5, 6])
        #expect(value.evidence.excluded(.running).numbers == [7])
    }

    @Test("A retried job is one job of its pipeline, by its last run, in whatever order the runs arrive")
    func retried() {
        var history = History()
        history.job(2, "success", "test", of: 1, finished: 120)
        history.job(1, "failed", "test", of: 1, finished: 60)
        history.job(3, "failed", "test", of: 2, finished: 60)
        history.job(4, "failed", "lint", of: 1, finished: 60)
        let value = history.value(JobFailureRate())
        #expect(value.evidence.references.numbers == [2, 3, 4])
        #expect(value.fraction == Fraction(2, 3))
    }

    @Test("A job that may fail counts neither when it does nor when it does not")
    func allowedToFail() {
        var history = History()
        history.job(1, "failed", "audit", of: 1, finished: 60, mayFail: true)
        history.job(2, "success", "audit", of: 2, finished: 60, mayFail: true)
        history.job(3, "success", "test", of: 1, finished: 60)
        let value = history.value(JobFailureRate())
        #expect(value.fraction == Fraction(0, 1))
        #expect(value.evidence.excluded(.allowedToFail).numbers == [1, 2])
    }

    @Test("A bridge is no job that runs")
    func bridges() {
        var history = History()
        history.job(1, "failed", "trigger", of: 1, finished: 60)
        history.edit(JobKey(history.project.instance, 1)) { (job: inout JobRecord) in
            job.kind = Register(.bridge, stamp: History.editStamp)
        }
        #expect(history.value(JobFailureRate()).evidence.sampleSize == 0)
    }

    @Test("Told apart by job it says which fails most")
    func grouped() {
        var history = History()
        for id in 1...4 as ClosedRange<Int64> {
            history.job(id * 10, id < 4 ? "failed" : "success", "test", of: id, finished: 60)
            history.job(id * 10 + 1, id < 2 ? "failed" : "success", "lint", of: id, finished: 60)
        }
        var fold = GroupedFold(JobFailureRate(), period: history.period(), by: .job)
        fold.add(history.facts())
        #expect(fold.values.mapValues(\.number) == [GroupKey(id: "test"): 0.75, GroupKey(id: "lint"): 0.25])
    }

    @Test("The finish of the last run decides the period; nothing finished is no rate")
    func bounds() {
        var history = History()
        history.cover()
        history.job(1, "failed", "test", of: 1, finished: 60)
        history.job(2, "success", "test", of: 1, finished: History.day)
        #expect(history.value(JobFailureRate(), days: 0..<1).absence == .nothingHappened)
        #expect(history.value(JobFailureRate(), days: 1..<2).number == 0)
    }
}
