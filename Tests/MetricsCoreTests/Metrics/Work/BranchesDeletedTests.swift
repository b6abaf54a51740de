import MetricsCore
import Testing

@Suite struct BranchesDeletedTests {
    @Test("Pushes that deleted a branch count by when they happened")
    func plain() {
        var history = History()
        history.push(1, at: 0, "removed", "branch")
        history.push(2, at: 60, "removed", "branch", by: nil)
        history.push(3, at: -1, "removed", "branch")
        let value = history.value(BranchesDeleted())
        #expect(value.number == 2)
        #expect(value.evidence.references.numbers == [1, 2])
        #expect(value.evidence.references.allSatisfy { $0.kind == .activityEvent })
    }

    @Test("Other pushes do not, and bots' are left out")
    func leftOut() {
        var history = History()
        history.push(1, at: 0, "created", "branch")
        history.push(2, at: 0, "removed", "tag")
        history.push(3, at: 0, "pushed", "branch")
        history.push(4, at: 0, "removed", "branch", by: History.bot)
        let evidence = history.value(BranchesDeleted()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [4])
        #expect(history.value(BranchesDeleted().redefined { $0.inclusion.bots = .included }).number == 1)
    }

    @Test("None is 0 where events were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(BranchesDeleted()).absence == .notCollected)
        history.cover(.activityEvent)
        #expect(history.value(BranchesDeleted()).number == 0)
    }
}
