import MetricsCore
import Testing

@Suite struct CodingTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 2 * hour, merged: 30 * hour, draft: false)
        history.note(on: 1, at: 24 * hour, by: History.ada, .markedReady)
        history.commit("a", authored: hour)
        history.commit("b", authored: 0)
        history.commits(of: 1, ["a", "b"])
        #expect(history.value(CodingTime()).number == Double(24 * hour))
    }

    @Test(
        "A commit younger than ready is left out as backwards; unknown commits, and drafts, by their reason")
    func leftOut() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.commit("late", authored: hour)
        history.commits(of: 1, ["late"])
        history.mergeRequest(2, created: 0)
        history.mergeRequest(3, created: 0, draft: true)
        let evidence = history.value(CodingTime()).evidence
        #expect(evidence.excluded(.backwards).numbers == [1])
        #expect(evidence.excluded(.missingInstant).numbers == [2])
        #expect(evidence.excluded(.draft).numbers == [3])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = CodingTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
