import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension User {
    var account: Account { Account(id: Int64(id.rawValue), username: username) }

    /// Whether he is a bot stays unknown where the answer does not tell, and most lists do not.
    func record(_ context: ReadContext) -> UserRecord {
        var record = UserRecord(id: UserKey(context.project, Int64(id.rawValue)))
        record.username = Register(username, stamp: context.stamp)
        record.name = name.map { Register($0, stamp: context.stamp) }
        record.isBot = isBot.map { Register($0, stamp: context.stamp) }
        record.state = state.map { Register($0.rawValue, stamp: context.stamp) }
        return record
    }
}
