/// The bots among those a project's records name: asked of the users that are known, then of the names.
struct Bots: Sendable {
    private let rule: BotRule
    /// Known users that are bots, whatever they were called when a record named them.
    private let ids: Set<Int64>

    /// O(users and people of the roster).
    init(of records: ProjectRecords, in instance: InstanceID, rules: FactRules) {
        let machines = rules.roster.people.values.filter(\.isBot)
        let rule = BotRule(usernames: rules.bots.usernames.union(machines.flatMap(\.usernames)))
        self.rule = rule
        let accounts = machines.flatMap(\.accounts).filter { $0.instance == instance }.map(\.user)
        ids = Set(records.users.lazy.filter { rule.isBot($0) }.map(\.id.id)).union(accounts)
    }

    func isBot(_ account: Account) -> Bool { ids.contains(account.id) || rule.isBot(account) }
}
