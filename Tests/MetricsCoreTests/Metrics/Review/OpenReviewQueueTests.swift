import MetricsCore
import Testing

@Suite struct OpenReviewQueueTests {
    private let hour = 3600

    private func queue(_ history: History, days: Range<Int> = 0..<1) -> [Int64] {
        history.value(OpenReviewQueue(), days: days).evidence.references.numbers
    }

    @Test("It holds what is open and waits for its reviewers at the period's end")
    func plain() {
        var history = History()
        for id in 1...4 { history.mergeRequest(Int64(id), created: 0) }
        history.note(on: 2, at: hour, by: History.grace)
        history.note(on: 3, at: hour, by: History.grace)
        history.note(on: 3, at: 2 * hour, by: History.ada, .commitsAdded)
        history.note(on: 4, at: hour, by: History.bot)
        #expect(queue(history) == [1, 3, 4])
        #expect(history.value(OpenReviewQueue(), days: 0..<1).number == 3)
    }

    @Test("Neither drafts nor what has ended or is not there yet are in it")
    func others() {
        var history = History()
        history.mergeRequest(1, created: 0, draft: true)
        history.mergeRequest(2, created: 0, merged: hour)
        history.mergeRequest(3, created: 0, closed: hour)
        history.mergeRequest(4, created: History.day)
        history.mergeRequest(5, created: 0, existence: .gone)
        history.mergeRequest(6, created: 0)
        history.note(on: 6, at: hour, by: History.ada, .markedDraft)
        history.note(on: 6, at: 2 * hour, by: History.ada, .commitsAdded)
        #expect(queue(history) == [])
    }

    @Test("Of a period that is past it tells what stood then, whatever has happened since")
    func past() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 2 * History.day)
        history.mergeRequest(2, created: 0)
        history.note(on: 2, at: History.day, by: History.grace)
        history.mergeRequest(3, created: 0)
        history.note(on: 3, at: 2 * History.day, by: History.ada, .markedDraft)
        history.note(on: 3, at: 3 * History.day, by: History.ada, .markedReady)
        history.mergeRequest(4, created: 0)
        history.note(on: 4, at: hour, by: History.ada, .markedDraft)
        history.note(on: 4, at: 3 * History.day, by: History.ada, .markedReady)
        #expect(queue(history) == [1, 2, 3])
        #expect(queue(history, days: 0..<2) == [1, 3])
        #expect(queue(history, days: 0..<4) == [3, 4])
    }

    @Test("A bot's merge request is left out and counted")
    func bots() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, author: History.bot)
        let value = history.value(OpenReviewQueue(), days: 0..<1)
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.bot).numbers == [1])
    }

    @Test("An empty queue is 0 where it was read, and nothing with its reason where it was not")
    func zero() {
        var history = History()
        #expect(history.value(OpenReviewQueue()).absence == .notCollected)
        history.cover()
        #expect(history.value(OpenReviewQueue()).number == 0)
    }
}
