import MetricsCore
import Testing

@Suite struct DraftTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 20 * hour)
        history.note(on: 1, at: hour, by: History.ada, .markedReady)
        history.note(on: 1, at: 4 * hour, by: History.ada, .markedDraft)
        history.note(on: 1, at: 6 * hour, by: History.ada, .markedReady)
        #expect(history.value(DraftTime()).number == Double(3 * hour))
    }

    @Test("What never was a draft is left out; one merged as a draft counts up to the merge")
    func edges() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0, merged: 9 * hour)
        history.note(on: 2, at: 2 * hour, by: History.ada, .markedDraft)
        let value = history.value(DraftTime())
        #expect(value.evidence.excluded(.neverDraft).numbers == [1])
        #expect(value.number == Double(7 * hour))
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = DraftTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
