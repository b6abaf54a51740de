import MetricsCore
import Testing

@Suite struct ReviewDepthTests {
    private let hour = 3600

    @Test("It counts what others than the author and bots say up to the merge")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        for at in 1...5 { history.note(on: 1, at: at * hour, by: History.grace) }
        history.note(on: 1, at: hour, by: History.ada)
        history.note(on: 1, at: hour, by: History.bot)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 10 * hour, by: History.grace)
        history.mergeRequest(2, created: 0, merged: hour)
        #expect(history.value(ReviewDepth()).number == 2.5)
        #expect(history.value(ReviewDepth()).distribution?.max == 5)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = ReviewDepth()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
