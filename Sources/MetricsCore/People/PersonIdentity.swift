/// Whom acts are counted for: a person the roster knows, else an account or an address by itself.
public enum PersonIdentity: Hashable, Comparable, Sendable {
    case person(Person.ID)
    case account(InstanceID, Int64)
    case email(String)

    /// Stable, and of no other identity.
    public var id: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .account(let instance, let user): "account:\(instance)/\(user)"
        case .email(let email): "email:\(email)"
        }
    }
}

extension Roster {
    /// Who did it.
    func identity(of actor: Actor, in instance: InstanceID) -> PersonIdentity {
        switch actor {
        case .account(let account):
            if let person = person(of: account, in: instance) { return .person(person.id) }
            return .account(instance, account.id)
        case .author(_, let email):
            if let person = person(withEmail: email, in: instance) { return .person(person.id) }
            return Self.user(ofPrivate: email.lowercased()).map { .account(instance, $0) }
                ?? .email(email.lowercased())
        }
    }

    /// The group of whoever did it.
    func group(of actor: Actor, in instance: InstanceID) -> GroupKey {
        let identity = identity(of: actor, in: instance)
        let title: String? =
            switch (identity, actor) {
            case (.person(let id), _): people[id]?.name
            case (_, .account(let account)): account.username
            case (_, .author(let name, let email)): name ?? email
            }
        return GroupKey(id: identity.id, title: title)
    }

    /// The groups of the teams of whoever did it, as of then.
    func teams(of actor: Actor, in instance: InstanceID, at instant: Instant) -> [GroupKey] {
        guard case .person(let person) = identity(of: actor, in: instance) else { return [] }
        return teams(of: person, at: instant).map { GroupKey(id: $0.rawValue, title: teams[$0]?.name) }
    }
}
