import MetricsCore
import Testing

@Suite struct ReviewsReceivedTests {
    private let hour = 3600

    @Test("A merge request counts once for each of its reviewers")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0)
        history.mergeRequest(3, created: 0)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 2 * hour, by: History.linus)
        history.note(on: 2, at: 2 * hour, by: History.linus)
        let value = history.value(ReviewsReceived())
        #expect(value.number == 3)
        #expect(value.evidence.references.numbers == [1, 1, 2])
    }

    @Test("By person they tell how much each author is reviewed, not who reviews")
    func byAuthor() {
        var history = History()
        history.mergeRequest(1, created: 0, author: History.ada)
        history.mergeRequest(2, created: 0, author: History.linus)
        for reviewer in [History.grace, History.linus] { history.note(on: 1, at: hour, by: reviewer) }
        history.note(on: 2, at: hour, by: History.grace)
        func numbers<M: Metric>(_ metric: M) -> [String: Double?] {
            var fold = GroupedFold(metric, period: history.period(), by: .person)
            fold.add(history.facts())
            return Dictionary(uniqueKeysWithValues: fold.values.map { ($0.key.title, $0.value.number) })
        }
        #expect(numbers(ReviewsReceived()) == ["ada": 2, "linus": 1])
        #expect(numbers(ReviewsGiven()) == ["grace": 2, "linus": 1])
    }

    @Test("A bot's merge request is left out, for each of its reviewers")
    func bots() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, author: History.bot)
        history.note(on: 1, at: 60, by: History.grace)
        history.note(on: 1, at: 60, by: History.linus)
        let value = history.value(ReviewsReceived())
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.bot).numbers == [1, 1])
    }

    @Test("Only first reviews of the period count; none is 0 where it was read")
    func period() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: hour, by: History.grace)
        #expect(history.value(ReviewsReceived(), days: 1..<30).number == nil)
        history.cover()
        #expect(history.value(ReviewsReceived(), days: 1..<30).number == 0)
        #expect(history.value(ReviewsReceived(), days: 0..<1).number == 1)
    }
}
