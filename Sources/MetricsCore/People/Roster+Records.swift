extension Roster {
    /// The people whom GitLab's records name as members or users: one for each account of an instance, whatever the
    /// projects, with his present name. O(members and users).
    public init(membersOf records: RecordSet) {
        var people: [Person.AccountID: Person] = [:]
        for (project, records) in records.projects.sorted(by: { $0.key < $1.key }) {
            for member in records.members where !member.isGone {
                guard let account = member.user?.value else { continue }
                Self.add(.init(project.instance, account.id), username: account.username, to: &people)
            }
            for user in records.users {
                let id = Person.AccountID(project.instance, user.id.id)
                guard let username = user.username?.value else { continue }
                Self.add(
                    id, username: username, name: user.name?.value, isBot: user.isBot?.value, to: &people)
            }
        }
        self.init(people: people.values.sorted { $0.id < $1.id })
    }

    private static func add(
        _ id: Person.AccountID, username: String, name: String? = nil, isBot: Bool? = nil,
        to people: inout [Person.AccountID: Person]
    ) {
        let person = Person(
            id: .init(rawValue: "\(id.instance)/\(id.user)"), name: name ?? username, accounts: [id],
            isBot: isBot ?? BotRule.standard.isBot(Account(id: id.user, username: username)))
        guard let known = people[id] else {
            people[id] = person
            return
        }
        // What a user's record tells, his own name above all, counts more than a membership.
        people[id] = name == nil ? known.merging(person) : person.merging(known)
    }
}
