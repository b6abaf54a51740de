import MetricsCore
import Testing

@Suite struct MergeRequestsOpenedTests {
    private let hour = 3600

    @Test("It counts by the instant, at the period's start and not at its end")
    func bounds() {
        var history = History()
        history.cover()
        for (id, at) in [(1, -1), (2, 0), (3, 30 * History.day - 1), (4, 30 * History.day)] {
            history.mergeRequest(Int64(id), created: at, merged: 40 * History.day)
        }
        #expect(history.value(MergeRequestsOpened()).evidence.references.numbers == [2, 3])
        #expect(history.value(MergeRequestsOpened()).number == 2)
    }

    @Test("Nothing over what was read is 0; over what was not it is no number, with the reason")
    func nothing() {
        var history = History()
        #expect(history.value(MergeRequestsOpened()).absence == .notCollected)
        history.cover()
        #expect(history.value(MergeRequestsOpened()).number == 0)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = MergeRequestsOpened()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
