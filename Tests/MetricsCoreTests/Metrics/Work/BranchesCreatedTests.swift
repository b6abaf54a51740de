import MetricsCore
import Testing

@Suite struct BranchesCreatedTests {
    @Test("Pushes that made a branch count by when they happened")
    func plain() {
        var history = History()
        history.push(1, at: 0, "created", "branch")
        history.push(2, at: 60, "created", "branch", by: nil)
        history.push(3, at: -1, "created", "branch")
        let value = history.value(BranchesCreated())
        #expect(value.number == 2)
        #expect(value.evidence.references.numbers == [1, 2])
        #expect(value.evidence.references.allSatisfy { $0.kind == .activityEvent })
    }

    @Test("Other pushes do not, and bots' are left out")
    func leftOut() {
        var history = History()
        history.push(1, at: 0, "removed", "branch")
        history.push(2, at: 0, "created", "tag")
        history.push(3, at: 0, "pushed", "branch")
        history.push(4, at: 0, "created", "branch", by: History.bot)
        let evidence = history.value(BranchesCreated()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [4])
        #expect(history.value(BranchesCreated().redefined { $0.inclusion.bots = .included }).number == 1)
    }

    @Test("None is 0 where events were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(BranchesCreated()).absence == .notCollected)
        history.cover(.activityEvent)
        #expect(history.value(BranchesCreated()).number == 0)
    }
}
