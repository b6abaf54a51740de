import MetricsCore
import Testing

@Suite struct IssuesClosedTests {
    @Test("Issues count by their last closing, as long as they stay closed")
    func plain() {
        var history = History()
        history.issue(1, opened: -60, closed: 0)
        history.issue(2, opened: 0, closed: 30 * History.day)
        history.issue(3, opened: 0)
        let value = history.value(IssuesClosed())
        #expect(value.number == 1)
        #expect(value.evidence.references.numbers == [1])
    }

    @Test("One reopened is not closed, though the instant of its closing be known")
    func reopened() {
        var history = History()
        history.issue(1, opened: 0)
        let closed = history.at(60)
        history.edit(IssueKey(history.project.instance, 1)) { (issue: inout IssueRecord) in
            issue.closedAt = Register(closed, stamp: History.editStamp)
        }
        #expect(history.value(IssuesClosed()).evidence.sampleSize == 0)
    }

    @Test("Incidents and what is gone do not count, bots' issues are left out")
    func leftOut() {
        var history = History()
        history.incident(1, opened: 0, closed: 60)
        history.issue(2, opened: 0, closed: 60, author: History.bot)
        history.issue(3, opened: 0, closed: 60)
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 3))
        let evidence = history.value(IssuesClosed()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [2])
    }

    @Test("No closing is 0 where issues were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(IssuesClosed()).absence == .notCollected)
        history.cover(.issue)
        #expect(history.value(IssuesClosed()).number == 0)
    }
}
