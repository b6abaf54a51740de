import MetricsCore
import Testing

@Suite struct ReviewersPerMergeRequestTests {
    private let hour = 3600

    @Test("It counts people, each once")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 3 * hour, by: History.linus)
        history.note(on: 1, at: 3 * hour, by: History.bot)
        history.note(on: 1, at: 3 * hour, by: History.ada)
        history.mergeRequest(2, created: 0, merged: hour)
        #expect(history.value(ReviewersPerMergeRequest()).number == 1)
        #expect(history.value(ReviewersPerMergeRequest()).distribution?.max == 2)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = ReviewersPerMergeRequest()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
