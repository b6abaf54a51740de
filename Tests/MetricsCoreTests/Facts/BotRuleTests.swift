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
        #expect(!BotRule.standard.isBot(Account(id: 1, username: name, isBot: false)))
    }

    @Test("GitLab's flag makes a bot, but never of the ghost")
    func flag() {
        #expect(BotRule.standard.isBot(Account(id: 1, username: "renovate", isBot: true)))
        #expect(!BotRule.standard.isBot(Account(id: 1, username: "ghost", isBot: true)))
    }

    @Test("The host's list is read without regard to case")
    func list() {
        #expect(BotRule(usernames: ["Danger-CI"]).isBot(Account(id: 1, username: "danger-ci")))
        #expect(!BotRule.standard.isBot(Account(id: 1, username: "danger-ci")))
    }
}
