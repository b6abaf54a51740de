import MetricsCore
import Testing

@Suite("Which deployment carries what") struct DeploymentLinkTests {
    private let hour = 3600

    /// Production, and a line of commits `c0` … `c5`; `!n` landed as `c<n>` at n hours.
    private func history(environment: String = "production") -> History {
        var history = History()
        history.environment(1, environment)
        for number in 0...5 {
            history.commit("c\(number)", parents: number == 0 ? [] : ["c\(number - 1)"])
            guard number > 0 else { continue }
            history.mergeRequest(Int64(number), created: 0, merged: number * hour, merge: "c\(number)")
        }
        history.deployment(100, finished: 0, sha: "c0")
        return history
    }

    @Test("Deploying a commit again, or an older one, carries nothing: the first success did")
    func again() {
        var history = history()
        for (id, sha) in [(101, "c2"), (102, "c2"), (103, "c1"), (104, "c2"), (105, "c3")] {
            history.deployment(Int64(id), finished: (id - 95) * hour, sha: sha)
        }
        let carried = ["!1 in 101 by mergeCommit", "!2 in 101 by mergeCommit", "!3 in 105 by mergeCommit"]
        #expect(history.links() == carried)
        #expect(
            history.facts().deployments.successes.map(\.isRepeat) == [
                false, false, true, false, false, false,
            ])
    }

    @Test("Canary, then all: each environment has its own first; lead time runs to the earliest")
    func canary() {
        var history = history()
        history.environment(2, "production/canary")
        history.deployment(200, to: 2, finished: 0, sha: "c0")
        history.deployment(201, to: 2, finished: 2 * hour, sha: "c1")
        history.deployment(101, finished: 4 * hour, sha: "c1")
        #expect(history.links() == ["!1 in 101 by mergeCommit", "!1 in 201 by mergeCommit"])
        #expect(history.value(LeadTime()).number == Double(hour))
    }

    @Test("One deployed without a job, through the API, carries like any other")
    func withoutJob() {
        var history = history()
        history.deployment(101, finished: 4 * hour, sha: "c1", source: .updatedAt)
        #expect(history.links() == ["!1 in 101 by mergeCommit"])
    }

    @Test("One whose commit is not known carries what GitLab lists, and nothing else")
    func withoutCommit() {
        var history = history()
        history.deployment(heardOf: 101, to: "production", finished: 2 * hour)
        history.deployment(heardOf: 102, to: "production", finished: 3 * hour, carrying: [3])
        history.deployment(103, finished: 4 * hour, sha: "c2")
        #expect(
            history.links() == [
                "!1 in 103 by mergeCommit", "!2 in 103 by mergeCommit", "!3 in 102 by listing",
            ])
        #expect(history.failures().isEmpty)
    }

    @Test("One to an environment nobody knows carries nothing")
    func unknownEnvironment() {
        var history = history()
        history.deployment(101, to: 77, finished: 4 * hour, sha: "c1", carrying: [1])
        #expect(history.links().isEmpty)
    }

    @Test("Of two that finished at the same second the one GitLab numbered first was first")
    func sameSecond() {
        var history = history()
        history.deployment(102, finished: 4 * hour, sha: "c2")
        history.deployment(101, finished: 4 * hour, sha: "c1")
        #expect(history.links() == ["!1 in 101 by mergeCommit", "!2 in 102 by mergeCommit"])
    }

    @Test("Of two environments reached at the same second the surer link is told", arguments: 1...8)
    func sameSecondElsewhere(seed: UInt64) {
        var history = history()
        history.environment(2, "prod-eu")
        history.deployment(200, to: 2, finished: 0, sha: "c0")
        history.deployment(101, finished: 4 * hour, sha: "c1")
        history.deployment(201, to: 2, finished: 4 * hour, sha: "other", carrying: [1])
        var random = PseudoRandom(seed: seed)
        let facts = ProjectFacts(
            of: history.project, history.records[history.project].shuffled(using: &random))
        #expect(facts.mergeRequests.first { $0.id == 1 }?.deployedBasis == .listing)
    }

    @Test("Commits that are their own parents, or each other's, end no search")
    func circles() {
        var history = history()
        history.commit("self", parents: ["self"])
        history.commit("left", parents: ["right", "self"])
        history.commit("right", parents: ["left", "c1"])
        history.deployment(101, finished: 4 * hour, sha: "left")
        #expect(history.links() == ["!1 in 101 by mergeCommit"])
    }

    @Test("A history of a hundred thousand commits is walked to its end")
    func longHistory() {
        var history = history()
        for number in 6...100_000 { history.commit("c\(number)", parents: ["c\(number - 1)"]) }
        history.deployment(101, finished: 9 * hour, sha: "c100000")
        #expect(history.links().count == 5)
    }

    @Test(
        "Where a scope names the environment, it takes only merge requests with one of the labels",
        arguments: [
            ("shop/*", [1]), ("*PROD*", [1]), ("*", [1]), ("other/*", [1, 2, 3]), ("shop", [1, 2, 3]),
        ])
    func scopes(environments: String, carried: [Int]) {
        var history = history(environment: "Shop/production")
        history.labels(of: 1, ["docs", "shop"])
        history.labels(of: 2, ["depot"])
        history.deployment(101, finished: 9 * hour, sha: "c3")
        let rules = FactRules(scopes: [
            EnvironmentScope(environments, labels: ["shop"]),
            EnvironmentScope("depot/*", labels: ["depot"]),
        ])
        #expect(history.links(rules) == carried.map { "!\($0) in 101 by mergeCommit" })
    }

    @Test("Products in one project each go where their labels say")
    func products() {
        var history = history(environment: "shop/production")
        history.environment(2, "depot/production")
        history.deployment(200, to: 2, finished: 0, sha: "c0")
        history.labels(of: 1, ["shop"])
        history.labels(of: 2, ["depot"])
        history.deployment(101, finished: 9 * hour, sha: "c2")
        history.deployment(201, to: 2, finished: 9 * hour, sha: "c2")
        let rules = FactRules(scopes: [
            EnvironmentScope("shop/*", labels: ["shop"]), EnvironmentScope("depot/*", labels: ["depot"]),
        ])
        #expect(history.links(rules) == ["!1 in 101 by mergeCommit", "!2 in 201 by mergeCommit"])
    }

    @Test("Several scopes of one environment let in what any of them does")
    func scopesTogether() {
        var history = history()
        history.labels(of: 1, ["a"])
        history.labels(of: 2, ["b"])
        history.deployment(101, finished: 9 * hour, sha: "c3", carrying: [1, 2, 3])
        let scopes = [EnvironmentScope("production", labels: ["a"]), EnvironmentScope("*", labels: ["b"])]
        #expect(
            history.links(FactRules(scopes: scopes)) == ["!1 in 101 by listing", "!2 in 101 by listing"])
    }
}
