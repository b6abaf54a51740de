import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension UserNode {
    var account: Account { Account(id: Int64(id.rawValue), username: username) }

    func record(_ context: ReadContext) -> UserRecord {
        var record = UserRecord(id: UserKey(context.project, Int64(id.rawValue)))
        record.username = Register(username, stamp: context.stamp)
        record.name = name.map { Register($0, stamp: context.stamp) }
        record.isBot = isBot.map { Register($0, stamp: context.stamp) }
        record.state = state.map { Register($0.rawValue, stamp: context.stamp) }
        return record
    }
}

extension RecordSet {
    /// Adds everybody of them, each once.
    mutating func insert(_ users: some Sequence<UserNode>, _ context: ReadContext) {
        var seen: Set<UserNode> = []
        for user in users where seen.insert(user).inserted { insert(user.record(context)) }
    }
}
