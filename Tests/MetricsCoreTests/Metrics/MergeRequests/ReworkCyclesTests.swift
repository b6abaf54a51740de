import MetricsCore
import Testing

@Suite struct ReworkCyclesTests {
    private let hour = 3600

    @Test("A review followed by commits is a cycle, up to the first approval")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 20 * hour)
        history.note(on: 1, at: 1, by: History.ada, .commitsAdded)
        history.note(on: 1, at: 1 * hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.grace)
        history.note(on: 1, at: 3 * hour, by: History.ada, .commitsAdded)
        history.note(on: 1, at: 4 * hour, by: History.linus, .requestedChanges)
        history.note(on: 1, at: 5 * hour, by: History.ada, .commitsAdded)
        history.note(on: 1, at: 6 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 7 * hour, by: History.grace)
        history.note(on: 1, at: 8 * hour, by: History.ada, .commitsAdded)
        history.mergeRequest(2, created: 0, merged: hour)
        #expect(history.value(ReworkCycles()).number == 1)
        #expect(history.value(ReworkCycles()).distribution?.max == 2)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = ReworkCycles()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
