import MetricsCore
import Testing

@Suite struct IssueLeadTimeTests {
    @Test("It runs from creation to the last closing, for issues closed in the period")
    func plain() {
        var history = History()
        history.issue(1, opened: -History.day, closed: History.day)
        history.issue(2, opened: 0, closed: 3600)
        history.issue(3, opened: 0, closed: 30 * History.day)
        let value = history.value(IssueLeadTime())
        #expect(value.distribution?.max == Double(2 * History.day))
        #expect(value.number == Double(2 * History.day + 3600) / 2)
        #expect(value.evidence.references.numbers == [1, 2])
    }

    @Test("What does not count is left out by reason")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0)
        history.issue(2, opened: 100, closed: 40)
        history.issue(3, opened: 0, closed: 60, author: History.bot)
        history.incident(4, opened: 0, closed: 60)
        let value = history.value(IssueLeadTime())
        #expect(value.evidence.sampleSize == 0)
        #expect(value.evidence.excluded(.pending).numbers == [1])
        #expect(value.evidence.excluded(.backwards).numbers == [2])
        #expect(value.evidence.excluded(.bot).numbers == [3])
    }

    @Test("An issue whose closing has no instant is not open, and has no lead time")
    func unknownClosing() {
        var history = History()
        history.issue(1, opened: 0, closed: 60)
        history.edit(IssueKey(history.project.instance, 1)) { (issue: inout IssueRecord) in
            issue.closedAt = Register(nil, stamp: History.editStamp)
        }
        #expect(history.value(IssueLeadTime()).evidence.excluded(.missingInstant).numbers == [1])
    }

    @Test("No closing is no number, and never 0")
    func nothing() {
        var history = History()
        history.cover()
        #expect(history.value(IssueLeadTime()).absence == .nothingHappened)
    }
}
