import MetricsCore
import Testing

@Suite struct LinesAddedTests {
    @Test("Lines of all commits of the period add up")
    func plain() {
        var history = History()
        history.commit("a", committed: 0, added: 10, removed: 500)
        history.commit("b", committed: 60, added: 32)
        history.commit("late", committed: 30 * History.day, added: 1000)
        let value = history.value(LinesAdded())
        #expect(value.number == 42)
        #expect(value.unit == .lines)
        #expect(value.evidence.references.map(\.id).sorted() == ["1@a", "1@b"])
        #expect(history.value(LinesAdded().redefined { $0.statistic = .mean }).number == 21)
    }

    @Test("Merge commits, machines' commits and those of unknown size are left out by reason")
    func leftOut() {
        var history = History()
        history.commit("merge", committed: 0, parents: ["a", "b"], added: 10)
        history.commit("unknown", committed: 0)
        history.commit("bot", committed: 0, added: 7, by: "project_7_bot@noreply.gitlab.example.com")
        let evidence = history.value(LinesAdded()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.mergeCommit).map(\.id) == ["1@merge"])
        #expect(evidence.excluded(.noSize).map(\.id) == ["1@unknown"])
        #expect(evidence.excluded(.bot).map(\.id) == ["1@bot"])
    }

    @Test("Nothing added is 0 where commits were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(LinesAdded()).absence == .notCollected)
        history.cover(.commit)
        #expect(history.value(LinesAdded()).number == 0)
    }

    @Test("The sum is exact where whole numbers would overflow")
    func large() {
        var history = History()
        for sha in ["a", "b", "c"] { history.commit(sha, committed: 0, added: .max) }
        #expect(history.value(LinesAdded()).number == 3 * Double(Int.max))
    }
}
