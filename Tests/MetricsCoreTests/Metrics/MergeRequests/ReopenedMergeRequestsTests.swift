import MetricsCore
import Testing

@Suite struct ReopenedMergeRequestsTests {
    private let hour = 3600

    @Test("It counts each reopening in its own period")
    func worked() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.ada, .reopened)
        history.note(on: 1, at: 2 * hour, by: History.ada, .reopened)
        history.note(on: 1, at: 40 * History.day, by: History.ada, .reopened)
        history.mergeRequest(2, created: 0, author: History.bot)
        history.note(on: 2, at: hour, by: History.ada, .reopened)
        let value = history.value(ReopenedMergeRequests())
        #expect(value.number == 2)
        #expect(value.evidence.excluded(.bot).numbers == [2])
    }

    @Test("A state event and a system note of one reopening count once")
    func toldTwice() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.ada, .reopened)
        history.stateEvent(11, on: history.mergeRequest(1), at: hour, "reopened", by: History.ada)
        history.mergeRequest(2, created: 0)
        history.stateEvent(12, on: history.mergeRequest(2), at: 2 * hour, "reopened", by: History.ada)
        history.stateEvent(13, on: history.mergeRequest(2), at: 3 * hour, "closed", by: History.ada)
        #expect(history.value(ReopenedMergeRequests()).evidence.references.numbers == [1, 2])
    }
}
