import MetricsCore
import Testing

@Suite struct IssuesReopenedTests {
    @Test("Each reopening counts, told by state events")
    func events() {
        var history = History()
        history.issue(1, opened: 0)
        history.stateEvent(1, on: 1, at: 60, "closed")
        history.stateEvent(2, on: 1, at: 120, "reopened")
        history.stateEvent(3, on: 1, at: 180, "closed")
        history.stateEvent(4, on: 1, at: 240, "reopened")
        history.stateEvent(5, on: 1, at: 30 * History.day, "reopened")
        let value = history.value(IssuesReopened())
        #expect(value.number == 2)
        #expect(value.evidence.references.numbers == [1, 1])
    }

    @Test("System notes tell where state events were not read, and are not counted beside them")
    func notes() {
        var history = History()
        history.issue(1, opened: 0)
        history.issueNote(1, on: 1, at: 120, by: History.ada, .reopened)
        #expect(history.value(IssuesReopened()).number == 1)
        history.stateEvent(2, on: 1, at: 120, "reopened")
        #expect(history.value(IssuesReopened()).number == 1)
    }

    @Test("Merge requests, incidents, unknown and gone issues do not count, bots' issues are left out")
    func leftOut() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 60, by: History.ada, .reopened)
        history.incident(2, opened: 0)
        history.stateEvent(1, on: 2, at: 60, "reopened")
        history.stateEvent(2, on: 77, at: 60, "reopened")
        history.issue(3, opened: 0, author: History.bot)
        history.stateEvent(3, on: 3, at: 60, "reopened")
        history.issue(4, opened: 0)
        history.stateEvent(4, on: 4, at: 60, "reopened")
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 4))
        let evidence = history.value(IssuesReopened()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [3])
    }

    @Test("No reopening is 0 where it would be known, and no number where it would not")
    func nothing() {
        var history = History()
        #expect(history.value(IssuesReopened()).absence == .notCollected)
        history.cover(.issue, .note, .stateEvent)
        #expect(history.value(IssuesReopened()).number == 0)
    }
}
