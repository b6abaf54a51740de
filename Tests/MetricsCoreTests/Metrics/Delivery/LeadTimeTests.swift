import MetricsCore
import Testing

@Suite struct LeadTimeTests {
    private let hour = 3600

    private func production() -> History {
        var history = History()
        history.environment(1, "production", tier: .production)
        history.deployment(100, finished: -hour, sha: "c0", carrying: [])
        return history
    }

    @Test("It runs from merge to the deployment that carries the merge request by GitLab's list")
    func listed() {
        var history = production()
        history.mergeRequest(1, created: 0, merged: hour)
        history.deployment(101, finished: 3 * hour, carrying: [1])
        let value = history.value(LeadTime())
        #expect(value.number == 7200)
        #expect(value.evidence.marked(.linkedByListing).numbers == [1])
    }

    @Test("Merged before the period and deployed in it counts; deployed after it does not")
    func bounds() {
        var history = production()
        history.mergeRequest(1, created: -9 * hour, merged: -8 * hour)
        history.mergeRequest(2, created: 0, merged: hour)
        history.deployment(101, finished: hour, carrying: [1])
        history.deployment(102, finished: 31 * History.day, carrying: [2])
        let value = history.value(LeadTime())
        #expect(value.evidence.references.numbers == [1])
        #expect(value.number == Double(9 * hour))
    }

    @Test(
        "Without a list, the landed commit among those since the success before tells",
        arguments: [
            ("merge", EvidenceMark.linkedByMergeCommit), ("squash", .linkedBySquashCommit),
            ("head", .linkedByHeadCommit),
        ])
    func byCommit(landed: String, mark: EvidenceMark) {
        var history = History()
        history.environment(1, "production", tier: .production)
        history.commit("c0")
        history.commit("c1", parents: ["c0"])
        history.commit("c2", parents: ["c1"])
        history.mergeRequest(
            1, created: 0, merged: hour, head: landed == "head" ? "c1" : "topic",
            squash: landed == "squash" ? "c1" : nil, merge: landed == "merge" ? "c1" : nil)
        history.deployment(100, finished: 0, sha: "c0")
        history.deployment(101, finished: 2 * hour, sha: "c2")
        history.deployment(102, finished: 4 * hour, sha: "c2")
        let value = history.value(LeadTime())
        #expect(value.number == 3600)
        #expect(value.evidence.marked(mark).numbers == [1])
    }

    @Test("A deployment of the landed commit itself needs no history")
    func direct() {
        var history = History()
        history.environment(1, "production", tier: .production)
        history.mergeRequest(1, created: 0, merged: hour, merge: "c1")
        history.deployment(100, finished: 0, sha: "c0")
        history.deployment(101, finished: 2 * hour, sha: "c1")
        #expect(history.value(LeadTime()).number == 3600)
    }

    @Test("What only an environment's first deployment carries is left out")
    func first() {
        var history = History()
        history.environment(1, "production", tier: .production)
        history.mergeRequest(1, created: 0, merged: hour)
        history.deployment(100, finished: 2 * hour, carrying: [1])
        let value = history.value(LeadTime())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.firstDeployment).numbers == [1])
        #expect(history.value(LeadTime(LeadTime.gitLab)).number == 3600)
    }

    @Test("Merged and in no deployment is left out as not deployed yet; bots apart")
    func notDeployed() {
        var history = production()
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0)
        history.mergeRequest(3, created: 0, merged: hour, author: History.bot)
        history.deployment(101, finished: 3 * hour, status: .failed, carrying: [1])
        let evidence = history.value(LeadTime()).evidence
        #expect(evidence.excluded(.notDeployedYet).numbers == [1])
        #expect(evidence.excluded(.bot).numbers == [3])
        #expect(evidence.exclusions.count == 2)
    }

    @Test("Of several production environments the first it reached counts; GitLab counts each")
    func environments() {
        var history = production()
        history.environment(2, "prod-eu")
        history.deployment(200, to: 2, finished: -hour, carrying: [])
        history.mergeRequest(1, created: 0, merged: hour)
        history.deployment(201, to: 2, finished: 2 * hour, carrying: [1])
        history.deployment(101, finished: 4 * hour, carrying: [1])
        let value = history.value(LeadTime())
        #expect(value.number == 3600)
        #expect(value.evidence.sampleSize == 1)
        let gitLab = history.value(LeadTime(LeadTime.gitLab))
        #expect(gitLab.evidence.sampleSize == 2)
        #expect(gitLab.number == 7200)
    }

    @Test("Deployed to staging is not deployed")
    func staging() {
        var history = production()
        history.environment(3, "staging")
        history.mergeRequest(1, created: 0, merged: hour)
        history.deployment(300, to: 3, finished: 0, carrying: [])
        history.deployment(301, to: 3, finished: 2 * hour, carrying: [1])
        #expect(history.value(LeadTime()).evidence.excluded(.notDeployedYet).numbers == [1])
    }

    @Test("Deployed before it was merged runs backwards: left out here, 0 at GitLab")
    func backwards() {
        var history = production()
        history.mergeRequest(1, created: 0, merged: 3 * hour)
        history.deployment(101, finished: hour, carrying: [1])
        #expect(history.value(LeadTime()).evidence.excluded(.backwards).numbers == [1])
        #expect(history.value(LeadTime(LeadTime.gitLab)).number == 0)
    }

    @Test("From the first authored commit it is the earliest of the merge request's own")
    func firstCommit() {
        var history = production()
        history.commit("a", authored: -5 * hour)
        history.commit("b", authored: -7 * hour)
        history.mergeRequest(1, created: 0, merged: hour)
        history.commits(of: 1, ["a", "b", "unknown"])
        history.mergeRequest(2, created: 0, merged: hour)
        history.deployment(101, finished: 3 * hour, carrying: [1, 2])
        let value = history.value(LeadTime(LeadTime.fromFirstCommit))
        #expect(value.number == Double(10 * hour))
        #expect(value.evidence.excluded(.missingInstant).numbers == [2])
    }

    @Test("GitLab's range is the median of the daily medians")
    func dailyMedians() {
        var history = production()
        for id in 1...3 { history.mergeRequest(Int64(id), created: 0, merged: 0) }
        history.mergeRequest(4, created: 0, merged: 2 * History.day)
        history.deployment(101, finished: hour, carrying: [1])
        history.deployment(102, finished: 2 * hour, carrying: [2])
        history.deployment(103, finished: 3 * hour, carrying: [3])
        history.deployment(104, finished: 2 * History.day + 60, carrying: [4])
        #expect(history.value(LeadTime()).number == Double(3 * hour) / 2)
        #expect(history.value(LeadTime(LeadTime.gitLab)).number == 3630)
    }
}
