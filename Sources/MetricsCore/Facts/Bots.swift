/// The bots among those a project's records name: asked of the users that are known, then of the names.
struct Bots: Sendable {
    private let rule: BotRule
    /// Known users that are bots, whatever they were called when a record named them.
    private let ids: Set<Int64>

    /// O(users).
    init(of records: ProjectRecords, rule: BotRule) {
        self.rule = rule
        ids = Set(records.users.lazy.filter { rule.isBot($0) }.map(\.id.id))
    }

    func isBot(_ account: Account) -> Bool { ids.contains(account.id) || rule.isBot(account) }
}
