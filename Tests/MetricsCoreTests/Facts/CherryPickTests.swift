import MetricsCore
import Testing

@Suite("Cherry-picks") struct CherryPickTests {
    private let hour = 3600

    /// `!1` landed on main as `landed`; production is deployed from a release branch that begins at `base`.
    private func history() -> History {
        var history = History()
        history.environment(1, "production")
        history.commit("base")
        history.commit("landed", parents: ["base"])
        history.mergeRequest(1, created: 0, merged: hour, merge: "landed")
        history.deployment(100, finished: 0, sha: "base")
        return history
    }

    @Test("A release branch brings what was picked onto it before main itself is deployed")
    func releaseBranch() {
        var history = history()
        history.pick("release", of: "landed", parents: ["base"])
        history.commit("main", parents: ["landed", "release"])
        history.deployment(101, finished: 3 * hour, sha: "release")
        history.deployment(102, finished: 5 * hour, sha: "main")
        let value = history.value(LeadTime())
        #expect(value.number == Double(2 * hour))
        #expect(value.evidence.marked(.linkedByCherryPick).numbers == [1])
    }

    @Test("GitLab's list beats it, and so does the commit itself in the same deployment")
    func surer() {
        var history = history()
        history.pick("release", of: "landed", parents: ["landed"])
        history.deployment(101, finished: 3 * hour, sha: "release")
        #expect(history.links() == ["!1 in 101 by mergeCommit"])
        history.deployment(102, finished: 4 * hour, sha: "release", carrying: [1])
        #expect(history.links() == ["!1 in 102 by listing"])
    }

    @Test("A pick of a commit that landed nothing, or of one of another merge request's own, links nothing")
    func unrelated() {
        var history = history()
        history.mergeRequest(2, created: 0, head: "open")
        history.pick("release", of: "open", parents: ["base"])
        history.pick("later", of: "nowhere", parents: ["release"])
        history.pick("itself", of: "itself", parents: ["later"])
        history.deployment(101, finished: 3 * hour, sha: "itself")
        #expect(history.links().isEmpty)
    }

    @Test("Merge requests that landed as one commit are picked as one")
    func together() {
        var history = history()
        history.mergeRequest(2, created: 0, merged: hour, head: "landed")
        history.mergeRequest(3, created: 0, merged: 2 * hour, squash: "release")
        history.pick("release", of: "landed", parents: ["base"])
        history.deployment(101, finished: 3 * hour, sha: "release")
        #expect(
            history.links() == [
                "!1 in 101 by cherryPick", "!2 in 101 by cherryPick", "!3 in 101 by squashCommit",
            ])
    }

    @Test("Reverting the pick takes back what was picked: the deployment that carried it failed")
    func reverted() {
        var history = history()
        history.pick("release", of: "landed", parents: ["base"])
        history.commit("undo", parents: ["release"])
        history.mergeRequest(
            2, created: 4 * hour, merged: 5 * hour, reverts: .commit(sha: "release"), squash: "undo")
        history.deployment(101, finished: 3 * hour, sha: "release")
        history.deployment(102, finished: 6 * hour, sha: "undo")
        #expect(history.failures() == ["101 by revert"])
    }
}
