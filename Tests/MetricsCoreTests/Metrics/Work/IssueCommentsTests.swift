import MetricsCore
import Testing

@Suite struct IssueCommentsTests {
    @Test("Comments count by when they were written, on incidents too, the author's own included")
    func plain() {
        var history = History()
        history.issue(1, opened: -60, author: History.ada)
        history.incident(2, opened: -60)
        history.issueNote(1, on: 1, at: 0, by: History.ada)
        history.issueNote(2, on: 1, at: 60, by: History.grace)
        history.issueNote(3, on: 2, at: 60, by: nil)
        history.issueNote(4, on: 1, at: -1, by: History.grace)
        let value = history.value(IssueComments())
        #expect(value.number == 3)
        #expect(value.evidence.references.numbers == [1, 2, 3])
        #expect(value.evidence.references.allSatisfy { $0.kind == .note })
    }

    @Test("System notes, comments on merge requests and bots' comments do not")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0)
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 60, by: History.grace)
        history.issueNote(1, on: 1, at: 60, by: History.grace, .closed)
        history.issueNote(2, on: 1, at: 60, by: History.grace, .other)
        history.issueNote(3, on: 1, at: 60, by: History.bot)
        let evidence = history.value(IssueComments()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [3])
        #expect(history.value(IssueComments().redefined { $0.inclusion.bots = .included }).number == 1)
    }

    @Test("What is gone does not count: a deleted comment, and all of a deleted issue")
    func gone() {
        var history = History()
        history.issue(1, opened: 0)
        history.issue(2, opened: 0)
        history.issueNote(1, on: 1, at: 60, by: History.grace)
        history.issueNote(2, on: 1, at: 60, by: History.grace)
        history.issueNote(3, on: 2, at: 60, by: History.grace)
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 2))
        history.insert(
            ListingRecord(
                id: .init(subject: .issue(IssueKey(history.project.instance, 1)), children: .note),
                project: history.project, began: .max, members: .ids([1])))
        #expect(history.value(IssueComments()).evidence.references.numbers == [1])
    }

    @Test("No comment is 0 where they were read, and no number where they were not")
    func nothing() {
        var history = History()
        history.cover(.issue)
        #expect(history.value(IssueComments()).absence == .notCollected)
        history.cover(.note)
        #expect(history.value(IssueComments()).number == 0)
    }
}
