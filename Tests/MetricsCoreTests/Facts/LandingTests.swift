import MetricsCore
import Testing

/// How each merge method lands a merge request, and what links it to the deployment that carries it.
@Suite("How merge requests land") struct LandingTests {
    struct Landing: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Commits with their parents; `base` was deployed before, `tip` is deployed now.
        let commits: [String: [String]]
        var head: String?
        var squash: String?
        var merge: String?
        let basis: DeploymentLink.Basis?
    }

    static let landings = [
        Landing(
            testDescription: "merge commit", commits: ["topic": ["base"], "tip": ["base", "topic"]],
            head: "topic", merge: "tip", basis: .mergeCommit),
        Landing(
            testDescription: "merge commit below the tip",
            commits: ["topic": ["base"], "m": ["base", "topic"], "tip": ["m"]], head: "topic", merge: "m",
            basis: .mergeCommit),
        Landing(
            testDescription: "squash and merge commit",
            commits: ["topic": ["base"], "s": ["base"], "tip": ["base", "s"]], head: "topic", squash: "s",
            merge: "tip", basis: .mergeCommit),
        Landing(
            testDescription: "squash and fast-forward", commits: ["topic": ["base"], "tip": ["base"]],
            head: "topic", squash: "tip", basis: .squashCommit),
        Landing(
            testDescription: "fast-forward", commits: ["t": ["base"], "tip": ["t"]], head: "tip",
            basis: .headCommit),
        Landing(
            testDescription: "semi-linear: rebased, then a merge commit",
            commits: ["base2": ["base"], "rebased": ["base2"], "tip": ["base2", "rebased"]], head: "rebased",
            merge: "tip", basis: .mergeCommit),
        Landing(
            testDescription: "merge commit not known yet",
            commits: ["topic": ["base"], "tip": ["base", "topic"]], head: "topic", basis: .headCommit),
        Landing(
            testDescription: "picked onto a release branch",
            commits: ["topic": ["base"], "m": ["base", "topic"], "tip": ["base"]], head: "topic", merge: "m",
            basis: .cherryPick),
        Landing(
            testDescription: "rewritten on its way: nothing tells",
            commits: ["topic": ["base"], "tip": ["base"]], head: "topic", basis: nil),
        Landing(testDescription: "no commit known at all", commits: ["tip": ["base"]], basis: nil),
    ]

    @Test("The commit it landed as links it, and says how sure that is", arguments: landings)
    func landing(_ landing: Landing) {
        var history = History()
        history.environment(1, "production")
        history.commit("base")
        for (sha, parents) in landing.commits {
            if sha == "tip", landing.basis == .cherryPick {
                history.pick(sha, of: "m", parents: parents)
            } else {
                history.commit(sha, parents: parents)
            }
        }
        history.mergeRequest(
            1, created: 0, merged: 60, head: landing.head, squash: landing.squash, merge: landing.merge)
        history.deployment(100, finished: 0, sha: "base")
        history.deployment(101, finished: 3660, sha: "tip")
        let value = history.value(LeadTime())
        guard let basis = landing.basis else {
            #expect(history.links().isEmpty)
            #expect(value.evidence.excluded(.notDeployedYet).numbers == [1])
            return
        }
        #expect(history.links() == ["!1 in 101 by \(basis)"])
        #expect(value.number == 3600)
        #expect(value.evidence.notes.map(\.references.numbers) == [[1]])
        #expect(basis.confidence == ([.headCommit, .cherryPick].contains(basis) ? .likely : .certain))
    }

    @Test("A merge train lands each of its merge requests as a merge commit of its own")
    func train() {
        var history = History()
        history.environment(1, "production")
        for (sha, parents) in [
            ("base", []), ("a", ["base"]), ("b", ["base"]), ("c", ["base"]), ("train-a", ["base", "a"]),
            ("train-b", ["train-a", "b"]), ("train-c", ["train-b", "c"]),
        ] { history.commit(sha, parents: parents) }
        for (id, sha) in [(1, "a"), (2, "b"), (3, "c")] {
            history.mergeRequest(Int64(id), created: 0, merged: 60, head: sha, merge: "train-\(sha)")
        }
        history.deployment(100, finished: 0, sha: "base")
        history.deployment(101, finished: 100, sha: "train-b")
        history.deployment(102, finished: 200, sha: "train-c")
        #expect(
            history.links() == [
                "!1 in 101 by mergeCommit", "!2 in 101 by mergeCommit", "!3 in 102 by mergeCommit",
            ])
    }

    @Test("Links and failures are as sure as the page says, and can be compared")
    func confidence() {
        #expect(Confidence.guess < .likely && Confidence.likely < .certain)
        #expect(Confidence.allCases.map { "\($0)" } == ["guess", "likely", "certain"])
        #expect(
            DeploymentLink.Basis.allCases.map(\.confidence)
                == [.certain, .certain, .certain, .likely, .likely])
        #expect(
            FailureAttribution.Basis.allCases.map(\.confidence) == [.certain, .likely, .likely, .guess])
    }
}
