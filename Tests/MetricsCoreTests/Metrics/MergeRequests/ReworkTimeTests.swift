import MetricsCore
import Testing

@Suite struct ReworkTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 4 * hour, by: History.grace, .approved)
        #expect(history.value(ReworkTime()).number == Double(3 * hour))
    }

    @Test("Approved at first sight it is 0, and what is not approved is left out")
    func edges() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.mergeRequest(2, created: 0, merged: hour)
        let value = history.value(ReworkTime())
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.noApproval).numbers == [2])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        let metric = ReworkTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
