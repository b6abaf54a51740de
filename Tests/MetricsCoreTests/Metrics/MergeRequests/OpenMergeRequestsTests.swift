import MetricsCore
import Testing

@Suite struct OpenMergeRequestsTests {
    private let hour = 3600

    @Test("It counts what stands open at the period's end, whatever came of it later")
    func snapshot() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: -90 * History.day)
        history.mergeRequest(2, created: 10 * History.day, merged: 40 * History.day)
        history.mergeRequest(3, created: 10 * History.day, merged: 20 * History.day)
        history.mergeRequest(4, created: 29 * History.day, closed: 31 * History.day)
        history.mergeRequest(5, created: 31 * History.day)
        history.mergeRequest(6, created: 0, author: History.bot)
        let value = history.value(OpenMergeRequests())
        #expect(value.evidence.references.numbers == [1, 2, 4])
        #expect(value.evidence.excluded(.bot).numbers == [6])
        #expect(history.value(OpenMergeRequests(), days: 0..<20).evidence.references.numbers == [1, 2, 3])
    }

    @Test("Nothing open is 0 where it was read")
    func nothing() {
        var history = History()
        #expect(history.value(OpenMergeRequests()).absence == .notCollected)
        history.cover()
        #expect(history.value(OpenMergeRequests()).number == 0)
    }
}
