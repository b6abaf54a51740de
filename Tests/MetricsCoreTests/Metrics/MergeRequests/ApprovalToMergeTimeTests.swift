import MetricsCore
import Testing

@Suite struct ApprovalToMergeTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: 4 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 5 * hour, by: History.linus, .approved)
        #expect(history.value(ApprovalToMergeTime()).number == Double(5 * hour))
    }

    @Test("Merged without an approval it is left out")
    func unapproved() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour)
        #expect(history.value(ApprovalToMergeTime()).evidence.excluded(.missingInstant).numbers == [1])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = ApprovalToMergeTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
