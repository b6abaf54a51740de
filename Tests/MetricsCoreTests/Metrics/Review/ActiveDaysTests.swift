import Foundation
import MetricsCore
import Testing

@Suite struct ActiveDaysTests {
    private let hour = 3600
    private let day = History.day

    @Test("A day counts once for each person who did anything on it")
    func plain() {
        var history = History.onMonday()
        history.mergeRequest(1, created: hour)
        history.note(on: 1, at: 2 * hour, by: History.ada)
        history.note(on: 1, at: 3 * hour, by: History.grace, .approved)
        history.note(on: 1, at: day, by: History.grace)
        history.issue(7, opened: 2 * day, author: History.linus)
        history.issueNote(8, on: 7, at: 2 * day + hour, by: History.ada)
        let value = history.value(ActiveDays())
        #expect(value.number == 5)
        #expect(value.evidence.sampleSize == 6)
    }

    @Test("Days are those of the period's time zone")
    func timeZone() throws {
        var history = History.onMonday()
        history.mergeRequest(1, created: 22 * hour)
        history.note(on: 1, at: 23 * hour + 1800, by: History.ada)
        var period = history.period()
        #expect(ActiveDays().value(of: [history.facts()], in: period).number == 1)
        period.timeZone = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(ActiveDays().value(of: [history.facts()], in: period).number == 2)
    }

    @Test("A day in several projects is one, and on several instances of whom the roster knows")
    func places() {
        var histories = [History(project: 1), History(project: 2), History(project: 3, instance: "beta")]
        for index in histories.indices { histories[index].mergeRequest(Int64(index), created: hour) }
        let period = histories[0].period()
        #expect(ActiveDays().value(of: histories[..<2].map { $0.facts() }, in: period).number == 1)
        #expect(ActiveDays().value(of: histories.map { $0.facts() }, in: period).number == 2)
        let ada = Person(id: "ada", accounts: [.init("alpha", 1), .init("beta", 1)])
        let facts = histories.map { $0.facts(FactRules(roster: Roster(people: [ada]))) }
        #expect(ActiveDays().value(of: facts, in: period).number == 1)
    }

    @Test("Commits count for their author, joined with his account by the roster or the private address")
    func commits() {
        var history = History.onMonday()
        history.mergeRequest(1, created: hour)
        history.commit("a", committed: 2 * hour, by: "Ada@example.com")
        history.commit("b", committed: 3 * hour, by: "1-ada@users.noreply.gitlab.example.com")
        history.commit("c", committed: 3 * hour)
        #expect(history.value(ActiveDays()).number == 2)
        let ada = Person(id: "ada", accounts: [.init("alpha", 1)], emails: ["ada@example.com"])
        let rules = FactRules(roster: Roster(people: [ada]))
        #expect(history.value(ActiveDays(), rules: rules).number == 1)
    }

    @Test("What bots do is left out and counted, a bot's commit where the roster knows its address")
    func bots() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, author: History.bot)
        history.commit("a", committed: 0, by: "renovate@example.com")
        let renovate = Person(id: "renovate", emails: ["renovate@example.com"], isBot: true)
        let rules = FactRules(roster: Roster(people: [renovate]))
        let value = history.value(ActiveDays(), rules: rules)
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.bot).map(\.kind).sorted() == [.commit, .mergeRequest].sorted())
        let including = ActiveDays().redefined { $0.inclusion.bots = .included }
        #expect(history.value(including, rules: rules).number == 2)
    }

    @Test("Merging counts for whoever merged: by the state event, or by his own merge request")
    func merging() {
        var history = History.onMonday()
        history.mergeRequest(1, created: 0, merged: 2 * day)
        history.merger(of: 1, History.grace)
        #expect(history.value(ActiveDays()).number == 1)
        history.mergeEvent(1, on: 1, at: 2 * day, by: History.grace)
        history.mergeRequest(2, created: 0, merged: 4 * day)
        history.merger(of: 2, History.ada)
        #expect(history.value(ActiveDays()).number == 3)
        var fold = GroupedFold(ActiveDays(), period: history.period(), by: .person)
        fold.add(history.facts())
        #expect(fold.values[GroupKey(id: "account:alpha/1")]?.number == 2)
        #expect(fold.values[GroupKey(id: "account:alpha/2")]?.number == 1)
    }

    @Test("Nothing that GitLab no longer shows counts, nor what is on it")
    func gone() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, existence: .gone)
        history.note(on: 1, at: 60, by: History.grace)
        history.mergeEvent(1, on: 1, at: 60, by: History.grace)
        history.note(on: 77, at: 60, by: History.grace)
        #expect(history.value(ActiveDays()).number == 0)
    }

    @Test("Nothing done is 0 where it was read, and nothing with its reason where it was not")
    func zero() {
        var history = History()
        #expect(history.value(ActiveDays()).absence == .notCollected)
        history.cover()
        #expect(history.value(ActiveDays()).number == 0)
    }
}
