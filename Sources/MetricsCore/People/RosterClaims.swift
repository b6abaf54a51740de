/// Gathers what people go by, first come, first served.
struct RosterClaims {
    private(set) var accounts: [Person.AccountID: Person.ID] = [:]
    private(set) var usernames: [String: Person.ID] = [:]
    private(set) var emails: [String: Person.ID] = [:]
    private(set) var externalIDs: [String: [String: Person.ID]] = [:]
    private(set) var conflicts: [RosterConflict] = []

    mutating func add(_ person: Person) {
        for account in person.accounts.sorted() {
            claim(account, in: \.accounts, by: person.id) { "account \($0.instance)/\($0.user)" }
        }
        for name in person.usernames.sorted() {
            claim(name, in: \.usernames, by: person.id) { "username \($0)" }
        }
        for email in person.emails.sorted() { claim(email, in: \.emails, by: person.id) { "e-mail \($0)" } }
        for (system, id) in person.externalIDs.sorted(by: { $0.key < $1.key }) {
            claim(id, in: \.externalIDs[orEmpty: system], by: person.id) { "\(system) \($0)" }
        }
    }

    private mutating func claim<Key: Hashable>(
        _ key: Key, in index: WritableKeyPath<Self, [Key: Person.ID]>, by person: Person.ID,
        _ words: (Key) -> String
    ) {
        if let holder = self[keyPath: index][key] {
            conflicts.append(RosterConflict(claim: words(key), holder: holder, rival: person))
        } else {
            self[keyPath: index][key] = person
        }
    }
}

extension [String: [String: Person.ID]] {
    fileprivate subscript(orEmpty system: String) -> [String: Person.ID] {
        get { self[system] ?? [:] }
        set { self[system] = newValue }
    }
}
