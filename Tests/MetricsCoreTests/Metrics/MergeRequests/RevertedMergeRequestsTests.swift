import MetricsCore
import Testing

@Suite struct RevertedMergeRequestsTests {
    private let hour = 3600

    @Test("It counts the merged ones that a merged one takes back, whenever that was")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0, merged: hour)
        history.mergeRequest(
            3, created: 40 * History.day, merged: 41 * History.day, reverts: .mergeRequest(iid: 1))
        history.mergeRequest(4, created: 0, reverts: .mergeRequest(iid: 2))
        let value = history.value(RevertedMergeRequests())
        #expect(value.evidence.hits.numbers == [1])
        #expect(value.number == 0.5)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = RevertedMergeRequests()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
