import MetricsCore
import Testing

@Suite struct TimeEstimatedTests {
    @Test("Estimates of issues closed and merge requests merged in the period add up")
    func plain() {
        var history = History()
        history.issue(1, opened: 0, closed: 60, estimate: 3600)
        history.issue(2, opened: 0, estimate: 7200)
        history.issue(3, opened: 0, closed: 30 * History.day, estimate: 7200)
        history.mergeRequest(1, created: 0, merged: 60)
        history.estimate(of: 1, 1800)
        history.mergeRequest(2, created: 0, closed: 60)
        history.estimate(of: 2, 9000)
        let value = history.value(TimeEstimated())
        #expect(value.number == 5400)
        #expect(value.unit == .seconds)
        #expect(Set(value.evidence.references.map(\.kind)) == [.issue, .mergeRequest])
        #expect(value.evidence.references.numbers == [1, 1])
    }

    @Test("What was not estimated says nothing; incidents and what is gone do not count; bots' are left out")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0, closed: 60)
        history.issue(2, opened: 0, closed: 60, estimate: 0)
        history.issue(3, opened: 0, closed: 60, author: History.bot, estimate: 60)
        history.issue(4, opened: 0, closed: 60, estimate: 60)
        history.issueType(of: 4, "incident")
        history.issue(5, opened: 0, closed: 60, estimate: 60)
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 5))
        history.mergeRequest(6, created: 0, merged: 60, author: History.bot)
        history.estimate(of: 6, 60)
        let evidence = history.value(TimeEstimated()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [3, 6])
        #expect(evidence.exclusions.count == 1)
    }

    @Test(
        "Nothing estimated is 0 where issues and merge requests were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(TimeEstimated()).absence == .notCollected)
        history.cover(.issue, .mergeRequest)
        #expect(history.value(TimeEstimated()).number == 0)
    }
}
