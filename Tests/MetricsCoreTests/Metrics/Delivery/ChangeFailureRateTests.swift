import MetricsCore
import Testing

@Suite struct ChangeFailureRateTests {
    private let hour = 3600

    /// Deployments 1, 2, 3 … to production, one a day, of commits of their own.
    private func history(deployments: Int) -> History {
        var history = History()
        history.environment(1, "production")
        for id in 1...deployments { history.deployment(Int64(id), finished: (id - 1) * History.day) }
        return history
    }

    @Test("An incident that names a deployment is held against it, by id or by number", arguments: [1, 501])
    func named(number: Int64) {
        var history = history(deployments: 4)
        history.incident(9, opened: 3 * History.day + hour, naming: [.deployment(id: number)])
        let value = history.value(ChangeFailureRate())
        #expect(value.number == 0.25)
        #expect(value.evidence.hits.numbers == [1])
        #expect(value.evidence.marked(.failureNamed).numbers == [1])
    }

    @Test("An incident that names a merge request is held against the deployment that carried it")
    func namedMergeRequest() {
        var history = history(deployments: 1)
        history.mergeRequest(7, created: 0, merged: hour)
        history.deployment(2, finished: History.day, carrying: [7])
        history.deployment(3, finished: 2 * History.day, carrying: [])
        history.incident(9, opened: 3 * History.day, naming: [.mergeRequest(iid: 7)])
        #expect(history.value(ChangeFailureRate()).evidence.hits.numbers == [2])
    }

    @Test("One that names nothing is held against the last deployment before it, within the limit")
    func recency() {
        var history = history(deployments: 2)
        history.incident(9, opened: History.day + 7 * History.day)
        let value = history.value(ChangeFailureRate())
        #expect(value.evidence.hits.numbers == [2])
        #expect(value.evidence.marked(.failureByRecency).numbers == [2])
        let strict = history.value(
            ChangeFailureRate(), rules: FactRules(attributionLimit: Int64(7 * History.day - 1)))
        #expect(strict.number == 0)
        #expect(strict.evidence.excluded(.unattributed).map(\.description) == ["issue alpha/9"])
    }

    @Test("A rollback right after a deployment is a failure of that deployment")
    func rollback() {
        var history = history(deployments: 2)
        history.deployment(3, finished: 2 * History.day, sha: "sha-1")
        let value = history.value(ChangeFailureRate())
        #expect(value.evidence.hits.numbers == [2])
        #expect(value.evidence.marked(.failureRolledBack).numbers == [2])
    }

    @Test("Deploying the same commit again is no rollback")
    func retry() {
        var history = history(deployments: 2)
        history.deployment(3, finished: 2 * History.day, sha: "sha-2")
        #expect(history.value(ChangeFailureRate()).number == 0)
    }

    @Test("Deploying again what a rollback took back is not another rollback")
    func deployedAgain() {
        var history = history(deployments: 2)
        history.deployment(3, finished: 2 * History.day, sha: "sha-1")
        history.deployment(4, finished: 3 * History.day, sha: "sha-2")
        #expect(history.value(ChangeFailureRate()).evidence.hits.numbers == [2])
    }

    @Test(
        "A revert deployed right after what it reverts is a failure of that deployment",
        arguments: [
            Revert.mergeRequest(iid: 7), .commit(sha: "landed"),
        ])
    func revert(_ revert: Revert) {
        var history = history(deployments: 1)
        history.mergeRequest(7, created: 0, merged: hour, merge: "landed")
        history.mergeRequest(8, created: 2 * hour, merged: 3 * hour, reverts: revert)
        history.deployment(2, finished: History.day, carrying: [7])
        history.deployment(3, finished: 2 * History.day, carrying: [8])
        let value = history.value(ChangeFailureRate())
        #expect(value.evidence.hits.numbers == [2])
        #expect(value.evidence.marked(.failureReverted).numbers == [2])
    }

    @Test("An incident written up after the rollback is about what was rolled back: one failure, not two")
    func postmortem() {
        var history = history(deployments: 2)
        history.deployment(3, finished: 2 * History.day, sha: "sha-1")
        history.incident(9, opened: 2 * History.day + hour)
        let value = history.value(ChangeFailureRate())
        #expect(value.evidence.hits.numbers == [2])
        #expect(value.fraction == Fraction(1, 3))
    }

    @Test("Several failures of one deployment count once, by the surest ground")
    func several() {
        var history = history(deployments: 4)
        history.incident(8, opened: hour)
        history.incident(9, opened: 2 * hour, naming: [.deployment(id: 1)])
        let value = history.value(ChangeFailureRate())
        #expect(value.number == 0.25)
        #expect(value.evidence.notes.map(\.mark) == [.failureNamed])
    }

    @Test("Ordinary issues and deleted incidents are no failures")
    func noIncidents() {
        var history = history(deployments: 1)
        history.incident(8, opened: hour, type: "issue")
        history.incident(9, opened: hour, existence: .gone)
        #expect(history.value(ChangeFailureRate()).number == 0)
    }

    @Test("Failed deployments count neither as deployments nor as failures")
    func failedDeployment() {
        var history = history(deployments: 1)
        history.deployment(2, finished: hour, status: .failed)
        let value = history.value(ChangeFailureRate())
        #expect(value.fraction == Fraction(0, 1))
        #expect(value.evidence.excluded(.failed).numbers == [2])
    }

    @Test("Without deployments there is no rate; GitLab then shows the incidents themselves")
    func nothingDeployed() {
        var history = History()
        history.cover()
        history.incident(8, opened: hour)
        history.incident(9, opened: 2 * hour)
        let value = history.value(ChangeFailureRate())
        #expect(value.number == nil)
        #expect(history.value(ChangeFailureRate(ChangeFailureRate.gitLab)).number == 2)
    }
}
