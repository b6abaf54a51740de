import MetricsCore
import Testing

@Suite("When work on an issue was first seen")
struct WorkStartsTests {
    private let hour = 3600

    @Test("A commit that names the issue begins its cycle, before any label does")
    func commit() {
        var history = History()
        history.name("acme/app")
        history.issue(12, opened: 0, closed: 20 * hour)
        history.commit("a", committed: 2 * hour, title: "Mend the lamp (#12)")
        history.labelEvent(1, on: 12, at: 5 * hour, "Doing")
        #expect(history.value(IssueCycleTime()).number == Double(18 * hour))
    }
}
