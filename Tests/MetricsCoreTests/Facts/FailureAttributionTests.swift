import MetricsCore
import Testing

@Suite("Which deployment a failure is held against") struct FailureAttributionTests {
    private let hour = 3600

    /// Deployments 100, 101, … to production, an hour apart, of these commits, each carrying what is listed.
    private func history(_ deployments: [(sha: String, carried: [Int64])]) -> History {
        var history = History()
        history.environment(1, "production")
        for (index, deployment) in deployments.enumerated() {
            history.deployment(
                Int64(100 + index), finished: index * hour, sha: deployment.sha, carrying: deployment.carried)
        }
        return history
    }

    struct Sequence: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// A letter for each deployment, by its commit.
        let commits: String
        let failures: [String]
    }

    @Test(
        "A rollback brings back what was deployed before; doing the same once more is none",
        arguments: [
            Sequence(testDescription: "forward only", commits: "abcd", failures: []),
            Sequence(testDescription: "back once", commits: "aba", failures: ["101 by rollback"]),
            Sequence(testDescription: "retried, then back", commits: "abba", failures: ["101 by rollback"]),
            Sequence(testDescription: "back, and retried", commits: "abaa", failures: ["101 by rollback"]),
            Sequence(testDescription: "back and forth", commits: "abab", failures: ["101 by rollback"]),
            Sequence(
                testDescription: "back, forth and back again", commits: "ababa",
                failures: ["101 by rollback", "103 by rollback"]),
            Sequence(
                testDescription: "back by two steps", commits: "abcba",
                failures: ["102 by rollback", "103 by rollback"]),
            Sequence(testDescription: "back by two at once", commits: "abca", failures: ["102 by rollback"]),
            Sequence(testDescription: "back, then fixed", commits: "abac", failures: ["101 by rollback"]),
        ])
    func rollbacks(_ sequence: Sequence) {
        let history = history(sequence.commits.map { (String($0), []) })
        #expect(history.failures() == sequence.failures)
    }

    @Test("A rollback in one environment says nothing of another")
    func environments() {
        var history = history([("a", []), ("b", [])])
        history.environment(2, "prod-eu")
        for (index, sha) in ["a", "b", "a"].enumerated() {
            history.deployment(Int64(200 + index), to: 2, finished: index * hour, sha: sha)
        }
        #expect(history.failures() == ["201 by rollback"])
    }

    /// `!1` is deployed with 101, and `!2` … revert each the one before, deployed one after the other.
    private func chain(of reverts: Int) -> History {
        var history = history(
            [("a", [])] + (1...reverts + 1).map { ("c\($0)", [Int64($0)]) })
        history.mergeRequest(1, created: 0, merged: 1)
        for id in 2...Int64(reverts + 1) {
            history.mergeRequest(id, created: 1, merged: Int(id), reverts: .mergeRequest(iid: id - 1))
        }
        return history
    }

    @Test(
        "A revert of a revert lands the original again: neither fails twice",
        arguments: [
            (1, ["101 by revert"], [1]), (2, ["101 by revert"], [1]),
            (3, ["101 by revert", "103 by revert"], [1, 3]),
            (4, ["101 by revert", "103 by revert"], [1, 3]),
        ] as [(Int, [String], [Int64])])
    func revertsOfReverts(reverts: Int, failures: [String], taken: [Int64]) {
        let history = chain(of: reverts)
        #expect(history.failures() == failures)
        #expect(history.facts().revertedMergeRequests.sorted() == taken)
    }

    @Test("That holds where the original is older than what was read")
    func revertOfUnknown() {
        var history = history([("a", []), ("b", [2]), ("c", [3])])
        history.mergeRequest(2, created: 1, merged: 2, reverts: .mergeRequest(iid: 1))
        history.mergeRequest(3, created: 1, merged: 3, reverts: .mergeRequest(iid: 2))
        #expect(history.failures().isEmpty)
        #expect(history.facts().revertedMergeRequests.isEmpty)
    }

    @Test("Merge requests that revert each other in a circle, or themselves, end no search")
    func circles() {
        var history = history([("a", []), ("b", [1]), ("c", [2]), ("d", [3])])
        history.mergeRequest(1, created: 0, merged: 1, reverts: .mergeRequest(iid: 2))
        history.mergeRequest(2, created: 0, merged: 2, reverts: .mergeRequest(iid: 1))
        history.mergeRequest(3, created: 0, merged: 3, reverts: .mergeRequest(iid: 3))
        #expect(history.failures() == ["101 by revert"])
    }

    @Test("After a retry, the deployment that brought the commit is the one reverted")
    func revertAfterRetry() {
        var history = history([("a", []), ("b", [1]), ("b", []), ("c", [2])])
        history.mergeRequest(1, created: 0, merged: 1)
        history.mergeRequest(2, created: 0, merged: 2, reverts: .mergeRequest(iid: 1))
        #expect(history.failures() == ["101 by revert"])
    }

    @Test("Reverted before it was ever deployed, it failed nowhere")
    func revertedBefore() {
        var history = history([("a", []), ("b", [1, 2]), ("c", [])])
        history.mergeRequest(1, created: 0, merged: 1)
        history.mergeRequest(2, created: 0, merged: 2, reverts: .mergeRequest(iid: 1))
        #expect(history.failures().isEmpty)
    }

    @Test(
        "An incident that names nothing is held against what brought the commit that ran",
        arguments: [("ab", "101"), ("abb", "101"), ("aba", "101"), ("abaa", "101"), ("abac", "103")])
    func recency(commits: String, blamed: String) {
        var history = history(commits.map { (String($0), []) })
        history.incident(9, opened: commits.count * hour)
        #expect(history.failures().contains("\(blamed) by recency: #9"))
    }

    @Test("A fix forward is no failure; the incident that names it is about what ran before")
    func fixForward() {
        var history = history([("a", []), ("b", [1]), ("c", [2])])
        history.mergeRequest(1, created: 0, merged: 1)
        history.mergeRequest(2, created: 0, merged: 2)
        history.incident(8, opened: hour + 1800, closed: 3 * hour, naming: [.mergeRequest(iid: 2)])
        history.incident(
            9, opened: hour + 1800, naming: [.mergeRequest(iid: 1), .mergeRequest(iid: 2)])
        #expect(history.failures() == ["101 by named: #9", "101 by recency: #8"])
    }

    @Test("An incident may name what was still being deployed when it was opened")
    func whileDeploying() {
        var history = history([("a", []), ("b", [])])
        history.incident(9, opened: hour - 30, naming: [.deployment(id: 101)])
        #expect(history.failures() == ["101 by named: #9"])
    }

    @Test("An incident during the canary is about the canary, one after it about all")
    func canary() {
        var history = history([("a", []), ("a2", [])])
        history.environment(2, "production/canary")
        history.deployment(200, to: 2, finished: 0, sha: "a")
        history.deployment(201, to: 2, finished: 2 * hour, sha: "b")
        history.incident(8, opened: 2 * hour + 60)
        history.deployment(102, finished: 3 * hour, sha: "b")
        history.incident(9, opened: 3 * hour + 60)
        #expect(history.failures() == ["102 by recency: #9", "201 by recency: #8"])
    }
}
