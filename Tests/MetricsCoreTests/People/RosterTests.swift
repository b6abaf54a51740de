import Foundation
import MetricsCore
import Testing

@Suite("Who is who")
struct RosterTests {
    private func at(_ day: String) throws -> Instant {
        Instant(try Date(day + "T00:00:00Z", strategy: .iso8601))
    }

    @Test("An account is known by its number first, then by its name; addresses whatever their case")
    func joins() {
        let roster = Roster(people: [
            Person(
                id: "ada", accounts: [.init("gitlab", 7)], usernames: ["Ada"], emails: ["Ada@Example.com"]),
            Person(id: "grace", usernames: ["renamed"]),
        ])
        #expect(roster.person(of: Account(id: 7, username: "renamed"), in: "gitlab")?.id == "ada")
        #expect(roster.person(of: Account(id: 7, username: "renamed"), in: "other")?.id == "grace")
        #expect(roster.person(of: Account(id: 8, username: "ADA"), in: "gitlab")?.id == "ada")
        #expect(roster.person(of: Account(id: 8, username: "nobody"), in: "gitlab") == nil)
        #expect(roster.person(withEmail: "ADA@example.com")?.id == "ada")
        #expect(roster.person(withEmail: "7-ada@users.noreply.gitlab.example.com", in: "gitlab")?.id == "ada")
        #expect(roster.person(withEmail: "9-ada@users.noreply.gitlab.example.com", in: "gitlab") == nil)
    }

    @Test("Two who claim the same are reported, and the first by id has it")
    func conflicts() {
        let people = [Person(id: "b", emails: ["x@y"]), Person(id: "a", emails: ["x@y"])]
        for order in [people, people.reversed()] {
            let roster = Roster(people: order)
            #expect(roster.person(withEmail: "x@y")?.id == "a")
            #expect(roster.conflicts.map(\.description) == ["e-mail x@y belongs to a, and b claims it too"])
        }
    }

    @Test("Teams change over time, hold those of the teams below, and may point at each other in a circle")
    func teams() throws {
        let roster = Roster(
            people: [Person(id: "ada")],
            teams: [
                Team(id: "core", parent: "engine"), Team(id: "engine", parent: "all"),
                Team(id: "all", parent: "core"),
            ],
            memberships: [
                Membership("ada", in: "core", from: try at("2026-01-01"), until: try at("2026-02-01")),
                Membership("ada", in: "apps", from: try at("2026-02-01")),
            ])
        #expect(roster.teams(of: "ada", at: try at("2025-12-31")).isEmpty)
        #expect(roster.teams(of: "ada", at: try at("2026-01-01")) == ["all", "core", "engine"])
        #expect(roster.teams(of: "ada", at: try at("2026-02-01")) == ["apps"])
        #expect(roster.people(in: "engine", at: try at("2026-01-15")) == ["ada"])
    }

    @Test("A table is read, bad lines reported, and written as it is read")
    func csv() throws {
        let read = Roster.csv(
            """
            \u{FEFF}person;name;username;email;user_id;team;from;until;bot;jira\r
            ada;"Byron; ""Ada"" B";ada;ada@example.com;7;Engine;2026-01-01;;;ADA\r
            ada;;ada2;;;Apps;;;;\r
            ;nobody;;;;;;;;\r
            robot;"two\nlines";robot;;x;Engine;2026-13-01;;true;=1+1\r
            """, of: "gitlab")
        let roster = read.roster
        #expect(read.problems.map(\.line) == [4, 5, 5])
        #expect(roster.people["ada"]?.name == "Byron; \"Ada\" B")
        #expect(roster.people["ada"]?.usernames == ["ada", "ada2"])
        #expect(roster.person(of: Account(id: 7, username: ""), in: "gitlab")?.id == "ada")
        #expect(roster.people["robot"]?.isBot == true)
        #expect(roster.people["robot"]?.externalIDs == ["jira": "=1+1"])
        #expect(roster.person(withExternalID: "ADA", in: "jira")?.id == "ada")
        #expect(roster.externalID(of: "ada", in: "jira") == "ADA")
        #expect(roster.teams(of: "ada", at: try at("2026-05-01")) == ["Apps", "Engine"])
        let written = roster.csv()
        #expect(!written.contains(",=1+1"))
        #expect(Roster.csv(written, of: "gitlab") == RosterImport(roster: roster, problems: []))
        let stored = try JSONEncoder().encode(roster)
        #expect(try JSONDecoder().decode(Roster.self, from: stored) == roster)
    }

    @Test("A table without people, and hostile text, is a problem and no trap")
    func hostile() {
        #expect(Roster.csv("name,email\nada,x").problems.count == 1)
        #expect(Roster.csv("").roster.people.isEmpty)
        let wide = Roster.csv("person,name\n\"" + String(repeating: "x\"\"", count: 20_000))
        #expect(wide.roster.people.count == 1)
        #expect(Roster.csv("person\n\0,,,,\n\"").roster.people.count == 1)
    }

    @Test("A mailmap names a person by the proper address, with all that were committed under")
    func mailmap() {
        let read = Roster.mailmap(
            """
            # people
            Ada Byron <ada@example.com>
            <ada@example.com> <ADA@home.example>
            Ada Byron <ada@example.com> Countess <ada@old.example> # since 1842
            Grace <grace@example.com> <grace@navy.example>
            nothing here
            """)
        #expect(read.problems.map(\.line) == [6])
        #expect(read.roster.people.count == 2)
        for email in ["ada@example.com", "ada@home.example", "ada@old.example"] {
            #expect(read.roster.person(withEmail: email)?.name == "Ada Byron")
        }
        #expect(read.roster.person(withEmail: "grace@navy.example")?.id == "grace@example.com")
    }

    @Test("GitLab's members and users make people, one an account of an instance, by their present names")
    func members() {
        var one = History(project: 1)
        one.user(7, "ada.new", isBot: false)
        var two = History(project: 2)
        var member = MemberRecord(id: UserKey(two.project, 7))
        member.user = Register(Account(id: 7, username: "ada"), stamp: History.laterStamp)
        two.insert(member)
        two.user(9, "project_2_bot_x")
        let roster = Roster(membersOf: one.records.merging(two.records))
        #expect(roster.people.count == 2)
        #expect(roster.person(of: Account(id: 7, username: ""), in: "alpha")?.isBot == false)
        #expect(roster.person(of: Account(id: 9, username: ""), in: "alpha")?.isBot == true)
    }

    @Test("Joining rosters is associative, and the first one's word counts")
    func merging() {
        let rosters = [
            Roster(
                people: [Person(id: "a", name: "A", emails: ["1"])], teams: [Team(id: "t", name: "First")]),
            Roster(
                people: [Person(id: "a", name: "B", emails: ["2"]), Person(id: "b")],
                teams: [Team(id: "t", name: "Second")]),
            Roster(
                people: [Person(id: "a", usernames: ["u"], isBot: true)],
                memberships: [Membership("a", in: "t")]),
        ]
        let left = rosters[0].merging(rosters[1]).merging(rosters[2])
        #expect(left == rosters[0].merging(rosters[1].merging(rosters[2])))
        #expect(left.people["a"]?.name == "A" && left.teams["t"]?.name == "First")
        #expect(left.people["a"]?.emails == ["1", "2"])
    }
}
