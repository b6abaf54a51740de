import MetricsCore
import Testing

@Suite struct AuthorWaitingTimeTests {
    private let hour = 3600

    @Test("It is what it says, on a history worked by hand")
    func worked() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 8 * hour)
        history.note(on: 1, at: 2 * hour, by: History.grace)
        history.note(on: 1, at: 3 * hour, by: History.bot)
        history.note(on: 1, at: 5 * hour, by: History.ada, .commitsAdded)
        history.note(on: 1, at: 6 * hour, by: History.grace, .approved)
        #expect(history.value(AuthorWaitingTime()).number == Double(5 * hour))
    }

    @Test("Both turns together make the time from ready to merge", arguments: 1...5)
    func sum(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = History.random(project: 1, using: &random)
        let (own, other) = (history.value(AuthorWaitingTime()), history.value(ReviewerWaitingTime()))
        let whole = history.value(TimeToMerge().redefined { $0.inclusion.backwards = .zero })
        let mean = (own.distribution?.mean ?? 0) + (other.distribution?.mean ?? 0)
        #expect(
            abs(mean - (whole.distribution?.mean ?? 0)) < 1e-6
                || own.evidence.sampleSize != whole.evidence.sampleSize)
        #expect(own.evidence.references == other.evidence.references)
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = AuthorWaitingTime()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
