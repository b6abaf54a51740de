import MetricsCore
import Testing

@Suite struct ReviewEffortTests {
    private let minute = 60

    private func minutes(_ history: History..., metric: ReviewEffort = ReviewEffort()) -> Double? {
        metric.value(of: history.map { $0.facts() }, in: history[0].period()).number.map { $0 / 60 }
    }

    @Test("Acts within half an hour of each other make a sitting, which five minutes of reading precede")
    func sittings() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0)
        history.note(on: 1, at: 60 * minute, by: History.grace)
        history.note(on: 2, at: 70 * minute, by: History.grace)
        history.note(on: 1, at: 85 * minute, by: History.grace, .approved)
        history.note(on: 1, at: 200 * minute, by: History.grace)
        #expect(minutes(history) == 35)
    }

    @Test("A pause of just half an hour belongs to the sitting, one second more ends it")
    func border() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: 0, by: History.grace)
        history.note(on: 1, at: 30 * minute, by: History.grace)
        #expect(minutes(history) == 35)
        history.note(on: 1, at: 60 * minute + 1, by: History.grace)
        #expect(minutes(history) == 40)
        var metric = ReviewEffort()
        metric.longestPause = 0
        metric.leadIn = 60
        #expect(minutes(history, metric: metric) == 3)
    }

    @Test("People sit apart, and one sits once, whatever project he acts in")
    func people() {
        var first = History(project: 1)
        first.mergeRequest(1, created: 0)
        first.note(on: 1, at: 0, by: History.grace)
        first.note(on: 1, at: 10 * minute, by: History.linus)
        #expect(minutes(first) == 10)
        var second = History(project: 2)
        second.mergeRequest(2, created: 0)
        second.note(on: 2, at: 20 * minute, by: History.grace)
        #expect(minutes(first, second) == 30)
    }

    @Test("Whom the roster knows sits once on several instances; ids alone join nobody")
    func instances() {
        var histories: [History] = []
        for instance in ["alpha", "beta"] as [InstanceID] {
            var history = History(instance: instance)
            history.mergeRequest(1, created: 0)
            history.note(on: 1, at: histories.isEmpty ? 0 : 20 * minute, by: History.grace)
            histories.append(history)
        }
        #expect(minutes(histories[0], histories[1]) == 10)
        let grace = Person(id: "grace", accounts: [.init("alpha", 2), .init("beta", 2)])
        let facts = histories.map { $0.facts(FactRules(roster: Roster(people: [grace]))) }
        #expect(ReviewEffort().value(of: facts, in: histories[0].period()).number == 1500)
    }

    @Test("The author's own acts, bots' and those after the merge take nobody's time")
    func others() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, merged: 60 * minute)
        history.note(on: 1, at: 10 * minute, by: History.ada)
        history.note(on: 1, at: 10 * minute, by: History.bot)
        history.note(on: 1, at: 61 * minute, by: History.grace)
        #expect(minutes(history) == 0)
    }

    @Test("A bot's merge request is left out, each act by its note")
    func bots() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, author: History.bot)
        let note = history.note(on: 1, at: minute, by: History.grace)
        let value = history.value(ReviewEffort())
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.bot).numbers == [note])
        let including = ReviewEffort().redefined { $0.inclusion.bots = .included }
        #expect(history.value(including).number == 300)
    }

    @Test("The period cuts a sitting in two, and each part has its reading")
    func period() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.note(on: 1, at: History.day - 600, by: History.grace)
        history.note(on: 1, at: History.day + 600, by: History.grace)
        #expect(history.value(ReviewEffort()).number == 1500)
        #expect(history.value(ReviewEffort(), days: 0..<1).number == 300)
        #expect(history.value(ReviewEffort(), days: 1..<2).number == 300)
    }

    @Test("No act is 0 where it was read, and nothing with its reason where it was not")
    func zero() {
        var history = History()
        #expect(history.value(ReviewEffort()).absence == .notCollected)
        history.cover()
        #expect(history.value(ReviewEffort()).number == 0)
    }
}
