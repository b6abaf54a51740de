import MetricsCore
import Testing

@Suite struct LinesRemovedTests {
    @Test("Removed lines add up by themselves")
    func plain() {
        var history = History()
        history.commit("a", committed: 0, added: 500, removed: 10)
        history.commit("b", committed: 60, added: 0, removed: 32)
        history.commit("c", committed: 60, added: 3)
        let value = history.value(LinesRemoved())
        #expect(value.number == 42)
        #expect(value.evidence.sampleSize == 3)
    }

    @Test("The same commits are left out as of added lines", arguments: 1...10)
    func leftOut(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = History.random(project: 1, using: &random)
        let (added, removed) = (history.value(LinesAdded()), history.value(LinesRemoved()))
        #expect(added.evidence == removed.evidence)
    }

    @Test("Nothing removed is 0 where commits were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(LinesRemoved()).absence == .notCollected)
        history.cover(.commit)
        #expect(history.value(LinesRemoved()).number == 0)
    }
}
