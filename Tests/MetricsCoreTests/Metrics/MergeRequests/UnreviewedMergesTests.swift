import MetricsCore
import Testing

@Suite struct UnreviewedMergesTests {
    private let hour = 3600

    @Test("Unreviewed is what nobody but its author and bots looked at before the merge")
    func worked() {
        var history = History()
        for id in 1...4 as ClosedRange<Int64> { history.mergeRequest(id, created: 0, merged: 5 * hour) }
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 2, at: hour, by: History.bot)
        history.note(on: 3, at: hour, by: History.ada)
        history.note(on: 4, at: 6 * hour, by: History.grace)
        let value = history.value(UnreviewedMerges())
        #expect(value.evidence.hits.numbers == [2, 3, 4])
        #expect(value.number == 0.75)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = UnreviewedMerges()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
