import MetricsCore
import Testing

@Suite struct OpenMergeRequestAgeTests {
    private let hour = 3600

    @Test("It runs from creation to the period's end")
    func ages() {
        var history = History()
        history.mergeRequest(1, created: -90 * History.day)
        history.mergeRequest(2, created: 10 * History.day, merged: 40 * History.day)
        history.mergeRequest(3, created: 10 * History.day, merged: 20 * History.day)
        history.mergeRequest(4, created: 29 * History.day, closed: 31 * History.day)
        history.mergeRequest(5, created: 31 * History.day)
        history.mergeRequest(6, created: 0, author: History.bot)
        let value = history.value(OpenMergeRequestAge())
        #expect(value.number == Double(20 * History.day - 1))
        #expect(value.distribution?.max == Double(120 * History.day - 1))
        #expect(value.evidence.excluded(.bot).numbers == [6])
    }
}
