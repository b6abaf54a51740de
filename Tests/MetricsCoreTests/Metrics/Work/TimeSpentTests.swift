import MetricsCore
import Testing

@Suite struct TimeSpentTests {
    @Test("Booked time adds up by when it was spent; what was taken back counts against it")
    func plain() {
        var history = History()
        history.issue(1, opened: 0)
        history.timeLog(1, on: 1, at: 0, spent: 3600, by: History.ada)
        history.timeLog(2, on: 1, at: 60, spent: -600, by: History.ada)
        history.timeLog(3, on: 1, at: 60, spent: 60, by: nil)
        history.timeLog(4, on: 1, at: -1, spent: 9000, by: History.ada)
        let value = history.value(TimeSpent())
        #expect(value.number == 3060)
        #expect(value.unit == .seconds)
        #expect(value.evidence.references.numbers == [1, 2, 3])
        #expect(value.evidence.references.allSatisfy { $0.kind == .timeLog })
    }

    @Test("More can be taken back in a period than was booked in it")
    func negative() {
        var history = History()
        history.timeLog(1, on: 1, at: 60, spent: -600, by: History.ada)
        #expect(history.value(TimeSpent()).number == -600)
    }

    @Test("What is gone does not count, neither do bookings on what is gone; bots' are left out")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0)
        history.issue(2, opened: 0)
        history.timeLog(1, on: 1, at: 60, spent: 60, by: History.ada)
        history.timeLog(2, on: 2, at: 60, spent: 60, by: History.ada)
        history.timeLog(3, on: 1, at: 60, spent: 60, by: History.bot)
        history.remove(TimeLogRecord.self, TimeLogKey(history.project.instance, 1))
        history.remove(IssueRecord.self, IssueKey(history.project.instance, 2))
        let evidence = history.value(TimeSpent()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [3])
    }

    @Test("It can be told apart by who spent it")
    func grouped() {
        var history = History()
        history.timeLog(1, on: 1, at: 60, spent: 60, by: History.ada)
        history.timeLog(2, on: 1, at: 60, spent: 30, by: History.grace)
        history.timeLog(3, on: 2, at: 60, spent: 5, by: History.ada)
        var fold = GroupedFold(TimeSpent(), period: history.period(), by: .person)
        fold.add(history.facts())
        #expect(fold.values.sorted { $0.key < $1.key }.map(\.key.title) == ["ada", "grace"])
        #expect(fold.values.sorted { $0.key < $1.key }.map(\.value.number) == [65, 30])
    }

    @Test("Nothing booked is 0 where issues and merge requests were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(TimeSpent()).absence == .notCollected)
        history.cover(.issue, .mergeRequest)
        #expect(history.value(TimeSpent()).number == 0)
    }

    @Test("Where the way of reading tells no bookings, none are no 0; those known still add up")
    func untold() {
        var history = History()
        history.cover(.issue)
        history.cover(.mergeRequest, untold: [.timeLogs])
        #expect(history.value(TimeSpent()).number == nil)
        #expect(history.value(TimeSpent()).absence == .notCollected)
        history.timeLog(1, on: 1, at: 60, spent: 60, by: History.ada)
        #expect(history.value(TimeSpent()).number == 60)
        #expect(history.value(TimeSpent()).coverage.state == .notCollected)
    }
}
