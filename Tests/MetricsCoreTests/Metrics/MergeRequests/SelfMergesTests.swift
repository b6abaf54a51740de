import MetricsCore
import Testing

@Suite struct SelfMergesTests {
    private let hour = 3600

    @Test("It counts those merged by their author, and leaves out those of which nobody knows")
    func worked() {
        var history = History()
        for id in 1...3 as ClosedRange<Int64> { history.mergeRequest(id, created: 0, merged: 5 * hour) }
        history.merger(of: 1, History.ada)
        history.merger(of: 2, History.grace)
        let value = history.value(SelfMerges())
        #expect(value.evidence.hits.numbers == [1])
        #expect(value.number == 0.5)
        #expect(value.evidence.excluded(.unknownMerger).numbers == [3])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = SelfMerges()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
