import MetricsCore
import Testing

@Suite struct TimeToRestoreServiceTests {
    private let hour = 3600

    @Test("It runs from opening to closing, for incidents closed in the period, whenever they were opened")
    func plain() {
        var history = History()
        history.incident(1, opened: -40 * History.day, closed: hour)
        history.incident(2, opened: 0, closed: 31 * History.day)
        let value = history.value(TimeToRestoreService())
        #expect(value.number == Double(40 * History.day + hour))
        #expect(value.evidence.references.numbers == [1])
    }

    @Test("A reopened incident drops out until it is closed again")
    func reopened() {
        var history = History()
        history.incident(1, opened: 0)
        let open = history.value(TimeToRestoreService())
        #expect(open.number == nil)
        #expect(open.evidence.excluded(.pending).numbers == [1])
    }

    @Test("Ordinary issues and deleted incidents do not count")
    func others() {
        var history = History()
        history.incident(1, opened: 0, closed: hour, type: "issue")
        history.incident(2, opened: 0, closed: hour, existence: .gone)
        #expect(history.value(TimeToRestoreService()).evidence.sampleSize == 0)
    }

    @Test("GitLab's range is the median of the daily medians")
    func gitLab() {
        var history = History()
        for id in 1...3 { history.incident(Int64(id), opened: 0, closed: id * 60) }
        history.incident(4, opened: 2 * History.day, closed: 2 * History.day + 600)
        #expect(history.value(TimeToRestoreService()).number == 150)
        #expect(history.value(TimeToRestoreService(TimeToRestoreService.gitLab)).number == 360)
    }

    @Test("Recovery runs from the failed deployment's finish to the last resolution")
    func recovery() {
        var history = History()
        history.environment(1, "production")
        history.deployment(1, finished: 0)
        history.deployment(2, finished: hour)
        history.deployment(3, finished: 2 * hour, sha: "sha-1")
        history.incident(9, opened: hour + 60, closed: 4 * hour)
        history.deployment(4, finished: 9 * hour)
        history.incident(10, opened: 10 * hour)
        let value = history.value(TimeToRestoreService(TimeToRestoreService.failedDeploymentRecovery))
        #expect(value.number == Double(3 * hour))
        #expect(value.evidence.references.numbers == [2])
        #expect(value.evidence.excluded(.pending).numbers == [4])
    }
}
