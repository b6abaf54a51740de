import GitLabVocabulary
import MetricsCore
import WebhookModels

/// The people an event names in full: elsewhere in it they stand by their ids alone.
struct NamedPeople {
    private var users: [UserID: WebhookUser] = [:]

    init(_ users: [WebhookUser?]) {
        for user in users { if let user, let id = user.id, user.username != nil { self.users[id] = user } }
    }

    /// `nil` for somebody the event does not name.
    subscript(id: UserID?) -> Account? { id.flatMap { users[$0]?.account } }

    /// All of them, sorted; `nil` unless the event tells who they are and names each.
    ///
    /// - Parameters:
    ///   - named: those a list of the event names; GitLab leaves it out when there are none.
    ///   - ids: their ids, where it tells them too.
    func all(_ named: [WebhookUser]?, _ ids: [UserID]?) -> [Account]? {
        guard let ids = ids ?? named.map({ $0.compactMap(\.id) }) else { return nil }
        let accounts = Set(ids).compactMap { self[$0] }
        let isWhole = accounts.count == Set(ids).count && (named?.count ?? ids.count) == ids.count
        return isWhole ? accounts.sorted() : nil
    }

    func records(_ context: EventContext) -> RecordSet {
        RecordSet(
            users.map { id, user in
                var record = UserRecord(id: UserKey(context.project, Int64(id.rawValue)))
                record.username = user.username.map { Register($0, stamp: context.stamp) }
                record.name = user.name.map { Register($0, stamp: context.stamp) }
                return record
            })
    }
}

extension WebhookUser {
    /// `nil` where the event does not tell who it is.
    var account: Account? {
        guard let id, let username else { return nil }
        return Account(id: Int64(id.rawValue), username: username)
    }
}

extension Told {
    /// What is told as a register, unknown where nothing is.
    func register<Fact>(_ stamp: Stamp, _ fact: (Value) -> Fact) -> Register<Fact?>?
    where Fact: Codable & Hashable & Sendable {
        isTold ? Register(value.map(fact), stamp: stamp) : nil
    }
}
