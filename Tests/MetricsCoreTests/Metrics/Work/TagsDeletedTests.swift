import MetricsCore
import Testing

@Suite struct TagsDeletedTests {
    @Test("Pushes that deleted a tag count by when they happened")
    func plain() {
        var history = History()
        history.push(1, at: 0, "removed", "tag")
        history.push(2, at: 60, "removed", "tag", by: nil)
        history.push(3, at: -1, "removed", "tag")
        let value = history.value(TagsDeleted())
        #expect(value.number == 2)
        #expect(value.evidence.references.numbers == [1, 2])
        #expect(value.evidence.references.allSatisfy { $0.kind == .activityEvent })
    }

    @Test("Other pushes do not, and bots' are left out")
    func leftOut() {
        var history = History()
        history.push(1, at: 0, "created", "tag")
        history.push(2, at: 0, "removed", "branch")
        history.push(3, at: 0, "pushed", "tag")
        history.push(4, at: 0, "removed", "tag", by: History.bot)
        let evidence = history.value(TagsDeleted()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.bot).numbers == [4])
        #expect(history.value(TagsDeleted().redefined { $0.inclusion.bots = .included }).number == 1)
    }

    @Test("None is 0 where events were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(TagsDeleted()).absence == .notCollected)
        history.cover(.activityEvent)
        #expect(history.value(TagsDeleted()).number == 0)
    }
}
