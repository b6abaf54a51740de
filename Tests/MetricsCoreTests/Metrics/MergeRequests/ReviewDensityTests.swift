import MetricsCore
import Testing

@Suite struct ReviewDensityTests {
    private let hour = 3600

    @Test("It is all comments over all lines, times 100")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        for at in 1...3 { history.note(on: 1, at: at * hour, by: History.grace) }
        history.size(of: 1, additions: 40, deletions: 10, files: 1)
        history.mergeRequest(2, created: 0, merged: 9 * hour)
        history.note(on: 2, at: hour, by: History.grace)
        history.size(of: 2, additions: 350, deletions: 0, files: 1)
        history.mergeRequest(3, created: 0, merged: 9 * hour)
        let value = history.value(ReviewDensity())
        #expect(value.number == 1)
        #expect(value.evidence.excluded(.noSize).numbers == [3])
    }

    @Test("Where no line was changed there is no number")
    func nothing() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.size(of: 1, additions: 0, deletions: 0, files: 0)
        #expect(history.value(ReviewDensity()).number == nil)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = ReviewDensity()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
