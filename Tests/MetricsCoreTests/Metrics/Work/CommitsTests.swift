import MetricsCore
import Testing

@Suite struct CommitsTests {
    @Test("Commits count by when they were committed, merge commits apart")
    func plain() {
        var history = History()
        history.commit("a", committed: 0)
        history.commit("b", committed: 60)
        history.commit("m", committed: 120, parents: ["a", "b"])
        history.commit("early", committed: -1)
        history.commit("late", committed: 30 * History.day)
        let value = history.value(Commits())
        #expect(value.number == 2)
        #expect(value.evidence.references.map(\.id).sorted() == ["1@a", "1@b"])
        #expect(value.evidence.excluded(.mergeCommit).map(\.id) == ["1@m"])
    }

    @Test("One commit counts once, whatever branches and merge requests list it")
    func once() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0)
        history.commit("a", authored: 60)
        history.commit("a", committed: 60)
        history.commits(of: 1, ["a"])
        history.commits(of: 2, ["a"])
        #expect(history.value(Commits()).number == 1)
    }

    @Test(
        "While nothing tells when it was committed, the authoring decides; unknown parents are taken for one")
    func unknown() {
        var history = History()
        history.insert(
            CommitRecord(
                id: CommitKey(history.project, "a"),
                facts: Register(
                    .init(title: "a", authorName: nil, authorEmail: nil, authoredAt: history.at(60)),
                    stamp: History.editStamp)))
        #expect(history.value(Commits()).number == 1)
        #expect(history.value(Commits(), days: 1..<2).number == nil)
    }

    @Test(
        "Machines are known by their person, by their account and by the name in their address",
        arguments: [
            "release@example.com", "project_7_bot_c0ffee@noreply.gitlab.example.com",
            "9-project_7_bot_c0ffee@users.noreply.gitlab.example.com",
            "12-renovate@users.noreply.gitlab.example.com",
        ])
    func bots(email: String) {
        let robot = Person(id: "release", emails: ["Release@example.com"], isBot: true)
        let rules = FactRules(bots: BotRule(usernames: ["renovate"]), roster: Roster(people: [robot]))
        var history = History()
        history.commit("a", committed: 0, by: "ada@example.com")
        history.commit("b", committed: 0, by: email)
        let value = history.value(Commits(), rules: rules)
        #expect(value.number == 1)
        #expect(value.evidence.excluded(.bot).map(\.id) == ["1@b"])
        let all = Commits().redefined { $0.inclusion.bots = .included }
        #expect(history.value(all, rules: rules).number == 2)
    }

    @Test("The flag of a known user tells too")
    func flagged() {
        var history = History()
        history.user(12, "renovate", isBot: true)
        history.commit("a", committed: 0, by: "12-renovate@users.noreply.gitlab.example.com")
        history.commit("b", committed: 0, by: "13-ada@users.noreply.gitlab.example.com")
        #expect(history.value(Commits()).evidence.excluded(.bot).map(\.id) == ["1@a"])
    }

    @Test("No commit is 0 where commits were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(Commits()).absence == .notCollected)
        history.cover(.commit)
        #expect(history.value(Commits()).number == 0)
    }
}
