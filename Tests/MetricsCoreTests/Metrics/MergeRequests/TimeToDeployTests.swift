import MetricsCore
import Testing

@Suite struct TimeToDeployTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.environment(1, "production")
        history.deployment(1, finished: -hour)
        history.mergeRequest(1, created: 0, merged: hour)
        history.deployment(2, finished: 4 * hour, carrying: [1])
        #expect(history.value(TimeToDeploy()).number == Double(3 * hour))
    }

    @Test("It is the standard lead time for changes")
    func isLeadTime() {
        var random = PseudoRandom(seed: 3)
        let history = History.random(project: 1, using: &random)
        let (own, leadTime) = (history.value(TimeToDeploy()), history.value(LeadTime()))
        #expect(own.number == leadTime.number && own.evidence == leadTime.evidence)
    }
}
