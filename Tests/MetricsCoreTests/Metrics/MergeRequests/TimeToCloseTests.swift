import MetricsCore
import Testing

@Suite struct TimeToCloseTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: hour, closed: 4 * hour)
        history.mergeRequest(2, created: 0, merged: hour)
        history.mergeRequest(3, created: 0)
        #expect(history.value(TimeToClose()).number == Double(3 * hour))
    }

    @Test("What was merged or is open is no matter of it")
    func others() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0)
        let value = history.value(TimeToClose())
        #expect(value.number == nil && value.evidence.exclusions.isEmpty)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, closed: 5 * hour, author: History.bot)
        let metric = TimeToClose()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
