import MetricsCore
import Testing

@Suite struct IssueCycleTimeTests {
    private let hour = 3600

    @Test("It runs from the first label of work in progress to the closing")
    func plain() {
        var history = History()
        history.issue(1, opened: 0, closed: 10 * hour)
        history.labelEvent(1, on: 1, at: hour, "bug")
        history.labelEvent(2, on: 1, at: 6 * hour, "workflow::in dev")
        history.labelEvent(3, on: 1, at: 4 * hour, "Doing")
        let value = history.value(IssueCycleTime())
        #expect(value.number == Double(6 * hour))
        #expect(value.evidence.references.numbers == [1])
    }

    @Test("The host says which labels tell of work, in any case")
    func labels() {
        var history = History()
        history.issue(1, opened: 0, closed: 10 * hour)
        history.labelEvent(1, on: 1, at: hour, "Doing")
        history.labelEvent(2, on: 1, at: 2 * hour, "status::BUILDING")
        let rules = FactRules(inProgressLabels: ["Status::Building"])
        #expect(history.value(IssueCycleTime(), rules: rules).number == Double(8 * hour))
    }

    @Test("A label taken off, and one whose name is gone, start nothing")
    func removed() {
        var history = History()
        history.issue(1, opened: 0, closed: 10 * hour)
        for (id, label) in [(1, "doing"), (2, nil)] as [(Int64, String?)] {
            history.insert(
                LabelEventRecord(
                    id: RecordKey(history.project.instance, id), project: history.project,
                    subject: .issue(IssueKey(history.project.instance, 1)), createdAt: history.at(60),
                    change: Register(.init(label: label, isAdded: label == nil), stamp: History.editStamp)))
        }
        #expect(history.value(IssueCycleTime()).evidence.excluded(.noWork).numbers == [1])
    }

    @Test("What does not count is left out by reason, and what is open says nothing")
    func leftOut() {
        var history = History()
        history.issue(1, opened: 0, closed: hour)
        history.issue(2, opened: 0, closed: hour)
        history.labelEvent(2, on: 2, at: 2 * hour, "doing")
        history.issue(3, opened: 0, closed: hour, author: History.bot)
        history.labelEvent(3, on: 3, at: 60, "doing")
        history.issue(4, opened: 0)
        history.labelEvent(4, on: 4, at: 60, "doing")
        history.incident(5, opened: 0, closed: hour)
        history.labelEvent(5, on: 5, at: 60, "doing")
        let evidence = history.value(IssueCycleTime()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.noWork).numbers == [1])
        #expect(evidence.excluded(.backwards).numbers == [2])
        #expect(evidence.excluded(.bot).numbers == [3])
        #expect(evidence.exclusions.map(\.count).reduce(0, +) == 3)
    }

    @Test("The closing decides the period, and no closing is no number")
    func bounds() {
        var history = History()
        history.cover()
        history.issue(1, opened: 0, closed: History.day)
        history.labelEvent(1, on: 1, at: 60, "doing")
        #expect(history.value(IssueCycleTime(), days: 0..<1).absence == .nothingHappened)
        #expect(history.value(IssueCycleTime(), days: 1..<2).number == Double(History.day - 60))
    }
}
