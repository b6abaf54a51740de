import MetricsCore
import Testing

@Suite struct TimeToFullApprovalTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.note(on: 1, at: 5 * hour, by: History.linus, .approved)
        history.approvals(of: 1, required: 2)
        #expect(history.value(TimeToFullApproval()).number == Double(5 * hour))
    }

    @Test("Too few approvals are none; where none are required the first is the last")
    func required() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        history.approvals(of: 1, required: 2)
        history.mergeRequest(2, created: 0)
        history.note(on: 2, at: 2 * hour, by: History.grace, .approved)
        let value = history.value(TimeToFullApproval())
        #expect(value.evidence.excluded(.noApproval).numbers == [1])
        #expect(value.number == Double(2 * hour))
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        history.note(on: 1, at: hour, by: History.grace, .approved)
        let metric = TimeToFullApproval()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
