import MetricsCore
import Testing

@Suite struct CycleTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.environment(1, "production")
        history.deployment(1, finished: -hour)
        history.mergeRequest(1, created: 2 * hour, merged: 24 * hour)
        history.commit("a", authored: 0)
        history.commits(of: 1, ["a"])
        history.note(on: 1, at: 3 * hour, by: History.grace)
        history.deployment(2, finished: 30 * hour, carrying: [1])
        #expect(history.value(CycleTime()).number == Double(30 * hour))
    }

    @Test("Of one merge request it is the sum of its stages")
    func sum() {
        var history = History()
        history.environment(1, "production")
        history.deployment(1, finished: -hour)
        history.mergeRequest(1, created: 2 * hour, merged: 24 * hour)
        history.commit("a", authored: 0)
        history.commits(of: 1, ["a"])
        history.note(on: 1, at: 3 * hour, by: History.grace)
        history.deployment(2, finished: 30 * hour, carrying: [1])
        let stages: [any Metric] = [CodingTime(), TimeToFirstComment(), ReviewTime(), TimeToDeploy()]
        let sum = stages.reduce(0) { $0 + (history.value($1).number ?? .nan) }
        #expect(sum == history.value(CycleTime()).number)
    }
}
