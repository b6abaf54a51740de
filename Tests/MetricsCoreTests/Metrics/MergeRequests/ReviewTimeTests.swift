import MetricsCore
import Testing

@Suite struct ReviewTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.ada)
        history.note(on: 1, at: 3 * hour, by: History.grace)
        #expect(history.value(ReviewTime()).number == Double(6 * hour))
    }

    @Test("Without a review, or a merge, it is left out by its reason")
    func leftOut() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0, closed: hour)
        history.mergeRequest(3, created: 0)
        let evidence = history.value(ReviewTime()).evidence
        #expect(evidence.excluded(.missingInstant).numbers == [1])
        #expect(evidence.excluded(.closedUnmerged).numbers == [2])
        #expect(evidence.excluded(.pending).numbers == [3])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        history.note(on: 1, at: hour, by: History.grace)
        let metric = ReviewTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
