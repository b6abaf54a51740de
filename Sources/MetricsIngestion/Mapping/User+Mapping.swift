import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension User {
    var account: Account { Account(id: Int64(id.rawValue), username: username, isBot: isBot) }
}
