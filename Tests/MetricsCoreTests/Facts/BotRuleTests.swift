import MetricsCore
import Testing

@Suite struct BotRuleTests {
    @Test(
        "GitLab's own machine accounts are bots by their names",
        arguments: [
            "project_7_bot", "project_7_bot1", "project_123_bot_4ffca233d8298ea1", "group_1_bot_aa",
            "service_account_group_3_x",
        ])
    func names(_ name: String) {
        #expect(BotRule.standard.isBot(Account(id: 1, username: name)))
    }

    @Test(
        "People are not, however their names look",
        arguments: [
            "project_x_bot", "project__bot", "project_7-bot", "group_bot", "robot",
            "my_project_7_bot", "service_desk", "ghost",
        ])
    func people(_ name: String) {
        #expect(!BotRule.standard.isBot(Account(id: 1, username: name)))
    }

    @Test("GitLab's flag makes a bot, but never of the ghost")
    func flag() {
        #expect(BotRule.standard.isBot(user("renovate", isBot: true)))
        #expect(!BotRule.standard.isBot(user("renovate", isBot: false)))
        #expect(!BotRule.standard.isBot(user("renovate", isBot: nil)))
        #expect(!BotRule.standard.isBot(user("ghost", isBot: true)))
    }

    @Test("The present name of a user counts, whatever the record calls him")
    func renamed() {
        var history = History()
        history.user(History.grace.id, "service_account_grace")
        history.mergeRequest(1, created: 0, author: History.grace)
        history.mergeRequest(2, created: 0, author: History.ada)
        let bots = history.facts().mergeRequests.filter { $0.traits.contains(.byBot) }
        #expect(bots.map(\.id) == [1])
    }

    private func user(_ name: String, isBot: Bool?) -> UserRecord {
        var user = UserRecord(id: UserKey(ProjectKey("alpha", 1), 1))
        user.username = Register(name, stamp: .none)
        user.isBot = isBot.map { Register($0, stamp: .none) }
        return user
    }

    @Test("The host's list is read without regard to case")
    func list() {
        #expect(BotRule(usernames: ["Danger-CI"]).isBot(Account(id: 1, username: "danger-ci")))
        #expect(!BotRule.standard.isBot(Account(id: 1, username: "danger-ci")))
    }
}
