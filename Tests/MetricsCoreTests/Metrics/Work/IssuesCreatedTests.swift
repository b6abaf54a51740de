import MetricsCore
import Testing

@Suite struct IssuesCreatedTests {
    @Test("Issues count by their creation, whatever became of them")
    func plain() {
        var history = History()
        history.issue(1, opened: 0)
        history.issue(2, opened: 60, closed: 120)
        history.issue(3, opened: -1)
        history.issue(4, opened: 30 * History.day)
        let value = history.value(IssuesCreated())
        #expect(value.number == 2)
        #expect(value.evidence.references.numbers == [1, 2])
    }

    @Test("Tasks and other types are issues, incidents are measured apart")
    func types() {
        var history = History()
        for (index, type) in ["issue", "task", "test_case", "incident"].enumerated() {
            history.issue(Int64(index), opened: 0)
            history.issueType(of: Int64(index), type)
        }
        #expect(history.value(IssuesCreated()).evidence.references.numbers == [0, 1, 2])
    }

    @Test("Those of bots are left out, those gone do not count")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0, author: History.bot)
        history.issue(2, opened: 0, author: nil)
        history.issue(3, opened: 0)
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 3))
        let value = history.value(IssuesCreated())
        #expect(value.evidence.references.numbers == [2])
        #expect(value.evidence.excluded(.bot).numbers == [1])
        #expect(history.value(IssuesCreated().redefined { $0.inclusion.bots = .included }).number == 2)
    }

    @Test("No issue is 0 where issues were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(IssuesCreated()).absence == .notCollected)
        history.cover(.issue)
        #expect(history.value(IssuesCreated()).number == 0)
    }
}
