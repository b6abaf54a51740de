import Foundation
import MetricsCore
import Testing

/// Who did it, and whether a machine.
@Suite struct ActivityActorTests {
    @Test("Bots are marked: by name, by flag, by the roster, and by the address of their commits")
    func bots() {
        var history = History()
        history.user(3, "linus", isBot: true)
        history.mergeRequest(1, created: 1, author: History.bot)
        history.mergeRequest(2, created: 2, author: History.linus)
        history.mergeRequest(3, created: 3, author: History.grace)
        history.mergeRequest(4, created: 4, author: History.ada)
        history.mergeRequest(5, created: 5, author: nil)
        for (index, email) in [
            "project_7_bot_c0ffee@noreply.gitlab.example.com", "3-linus@Users.noreply.gitlab.example.com",
            "grace@example.com", "ada@example.com", "",
        ].enumerated() {
            history.commit("\(index)", committed: 6 + index, by: email)
        }
        let rules = FactRules(
            roster: Roster(people: [
                Person(
                    id: "grace", accounts: [.init("alpha", 2)], emails: ["Grace@example.com"], isBot: true)
            ]))
        let marks = history.activities(rules: rules).reversed().map(\.isBot)
        #expect(marks == [true, true, true, false, false, true, true, true, false, false])
    }

    @Test("An account reads back as an account, a commit's author as an author")
    func coding() throws {
        let actors: [MetricsCore.Actor] = [
            .account(History.ada), .author(name: "Ada", email: "ada@example.com"),
            .author(name: nil, email: "ada@example.com"),
        ]
        let data = try JSONEncoder().encode(actors)
        #expect(try JSONDecoder().decode([MetricsCore.Actor].self, from: data) == actors)
    }

    @Test("A filter by people finds accounts by number or name, and commits by any address of theirs")
    func people() {
        let people = ActivityFilter.People([
            Person(id: "ada", accounts: [.init("alpha", 1)], emails: ["Ada@Example.com"]),
            Person(id: "grace", usernames: ["Grace"]),
        ])
        #expect(people.contain(.account(History.ada), in: "alpha"))
        #expect(people.contain(.account(Account(id: 1, username: "renamed")), in: "alpha"))
        #expect(!people.contain(.account(History.ada), in: "beta"))
        #expect(people.contain(.account(History.grace), in: "beta"))
        #expect(!people.contain(.account(History.linus), in: "alpha"))
        #expect(people.contain(.author(name: nil, email: "ada@EXAMPLE.com"), in: "beta"))
        #expect(people.contain(.author(name: nil, email: "1-ada@users.noreply.git.example"), in: "alpha"))
        #expect(!people.contain(.author(name: nil, email: "1-ada@users.noreply.git.example"), in: "beta"))
        #expect(!people.contain(.author(name: "ada", email: "grace@example.com"), in: "alpha"))
    }

    @Test("Each condition of a filter leaves out what does not meet it, and they add up")
    func filter() {
        var history = History()
        history.mergeRequest(1, created: 1, author: History.ada)
        history.mergeRequest(2, created: 2, author: History.bot)
        history.mergeRequest(3, created: 3, author: nil)
        history.issue(4, opened: 4, author: History.grace)
        func shown(_ filter: ActivityFilter) -> [Int64] {
            history.activities().filter(filter.matches)
                .map { $0.at.secondsSince1970 - History.start.secondsSince1970 }.sorted()
        }
        let ada = ActivityFilter.People(accounts: [.init("alpha", 1), .init("alpha", 9)])
        #expect(shown(ActivityFilter()) == [1, 3, 4])
        #expect(shown(ActivityFilter(includesBots: true)) == [1, 2, 3, 4])
        #expect(shown(ActivityFilter(kinds: [.issueCreated])) == [4])
        #expect(shown(ActivityFilter(people: ada)) == [1])
        #expect(shown(ActivityFilter(people: ada, includesBots: true)) == [1, 2])
        #expect(shown(ActivityFilter(people: ActivityFilter.People())) == [])
        #expect(
            shown(ActivityFilter(projects: [history.project], period: history.at(3)..<history.at(4))) == [3])
        #expect(shown(ActivityFilter(projects: [ProjectKey("beta", 1)])) == [])
    }

    @Test("A filter survives being stored")
    func storedFilter() throws {
        let filter = ActivityFilter(
            projects: [ProjectKey("alpha", 1)], kinds: [.merged],
            people: ActivityFilter.People(accounts: [.init("alpha", 1)], emails: ["A@example.com"]),
            period: History.start..<History.start.advanced(bySeconds: 9), includesBots: true)
        let data = try JSONEncoder().encode(filter)
        #expect(try JSONDecoder().decode(ActivityFilter.self, from: data) == filter)
    }
}
