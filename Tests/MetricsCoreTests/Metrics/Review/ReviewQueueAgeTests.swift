import MetricsCore
import Testing

@Suite struct ReviewQueueAgeTests {
    private let hour = 3600

    @Test("It runs from when it became the reviewers' turn to the last second of the period")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0)
        history.note(on: 2, at: 2 * hour, by: History.grace)
        history.note(on: 2, at: 20 * hour, by: History.ada, .commitsAdded)
        history.mergeRequest(3, created: 0)
        history.note(on: 3, at: 2 * hour, by: History.grace)
        let value = history.value(ReviewQueueAge(), days: 0..<1)
        #expect(value.evidence.references.numbers == [1, 2])
        #expect(value.distribution?.max == Double(24 * hour - 1))
        #expect(value.distribution?.min == Double(4 * hour - 1))
    }

    @Test("A draft begins to wait when it is ready; one opened in the last second has waited for 0 s")
    func starts() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 23 * hour, by: History.ada, .markedReady)
        #expect(history.value(ReviewQueueAge(), days: 0..<1).number == Double(hour - 1))
        var late = History()
        late.mergeRequest(1, created: History.day - 1)
        #expect(late.value(ReviewQueueAge(), days: 0..<1).number == 0)
    }

    @Test("What waits is what the open review queue counts", arguments: 1...20)
    func queue(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = History.random(project: 1, using: &random)
        for days in [0..<3, 0..<11, 5..<30] {
            let age = history.value(ReviewQueueAge(), days: days).evidence
            let queue = history.value(OpenReviewQueue(), days: days).evidence
            #expect(age.references.numbers == queue.references.numbers)
            #expect(age.excluded(.bot) == queue.excluded(.bot))
        }
    }

    @Test("Nothing that waits is no age, not 0")
    func empty() {
        var history = History()
        history.cover()
        let value = history.value(ReviewQueueAge())
        #expect(value.number == nil)
        #expect(value.absence != nil)
    }
}
