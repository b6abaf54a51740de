/// Who is who: joins several accounts and addresses to one person, and people to teams that change over time.
///
/// Who is in no roster is a person of his own, known by his account or, of a commit without one, by his address.
public struct Roster: Sendable {
    public let people: [Person.ID: Person]
    public let teams: [Team.ID: Team]
    public let memberships: [Membership]
    /// Claims of several people to one account, name or address; the first by id has it.
    public let conflicts: [RosterConflict]
    private let byAccount: [Person.AccountID: Person.ID]
    private let byUsername: [String: Person.ID]
    private let byEmail: [String: Person.ID]
    private let byExternalID: [String: [String: Person.ID]]
    private let membershipsByPerson: [Person.ID: [Membership]]

    public static let empty = Roster()

    /// Several entries of one person are one. O(entries).
    public init(people: [Person] = [], teams: [Team] = [], memberships: [Membership] = []) {
        var joined: [Person.ID: Person] = [:]
        for person in people { joined[person.id] = joined[person.id]?.merging(person) ?? person }
        self.people = joined
        self.teams = Dictionary(teams.map { ($0.id, $0) }, uniquingKeysWith: { own, _ in own })
        var seen: Set<Membership> = []
        self.memberships = memberships.filter { seen.insert($0).inserted }
        membershipsByPerson = Dictionary(grouping: self.memberships, by: \.person)
        var claims = RosterClaims()
        for person in joined.values.sorted(by: { $0.id < $1.id }) { claims.add(person) }
        (byAccount, byUsername, byEmail) = (claims.accounts, claims.usernames, claims.emails)
        (byExternalID, conflicts) = (claims.externalIDs, claims.conflicts)
    }

    /// Both together; where they differ in what is known of a person or team, this one counts.
    public func merging(_ other: Roster) -> Roster {
        Roster(
            people: Array(people.values) + Array(other.people.values),
            teams: Array(teams.values) + Array(other.teams.values),
            memberships: memberships + other.memberships)
    }

    // MARK: People

    /// The person who goes by that account: by its number first, then by its name. O(1).
    public func person(of account: Account, in instance: InstanceID) -> Person? {
        let id = byAccount[.init(instance, account.id)] ?? byUsername[account.username.lowercased()]
        return id.flatMap { people[$0] }
    }

    /// The person who commits under that address: one of his own, or the private one that GitLab makes of his account,
    /// `12345-ada@users.noreply.gitlab.example.com`. O(1).
    public func person(withEmail email: String, in instance: InstanceID? = nil) -> Person? {
        let email = email.lowercased()
        if let id = byEmail[email] { return people[id] }
        guard let instance, let user = Self.user(ofPrivate: email) else { return nil }
        return byAccount[.init(instance, user)].flatMap { people[$0] }
    }

    /// The number in `12345-ada@users.noreply.…`.
    static func user(ofPrivate email: String) -> Int64? {
        let parts = email.split(separator: "@", maxSplits: 1)
        guard parts.count == 2, parts[1].hasPrefix("users.noreply.") else { return nil }
        return parts[0].split(separator: "-", maxSplits: 1).first.flatMap { Int64($0) }
    }

    /// What another system calls the person.
    public func externalID(of person: Person.ID, in system: String) -> String? {
        people[person]?.externalIDs[system]
    }

    /// Whom another system calls so.
    public func person(withExternalID id: String, in system: String) -> Person? {
        byExternalID[system]?[id].flatMap { people[$0] }
    }

    // MARK: Teams

    /// The teams somebody belongs to at that instant, those above them included, sorted. O(his memberships).
    public func teams(of person: Person.ID, at instant: Instant) -> [Team.ID] {
        var found: Set<Team.ID> = []
        for membership in membershipsByPerson[person] ?? [] where membership.holds(at: instant) {
            var next: Team.ID? = membership.team
            while let team = next, found.insert(team).inserted { next = teams[team]?.parent }
        }
        return found.sorted()
    }

    /// Who belongs to the team, or to one below it, at that instant; sorted. O(memberships).
    public func people(in team: Team.ID, at instant: Instant) -> [Person.ID] {
        Set(memberships.lazy.map(\.person)).filter { teams(of: $0, at: instant).contains(team) }.sorted()
    }

    /// The hours somebody works at that instant: his own, else those of the first of his teams that has any.
    public func calendar(of person: Person.ID, at instant: Instant) -> WorkCalendar? {
        people[person]?.calendar
            ?? teams(of: person, at: instant).lazy.compactMap { teams[$0]?.calendar }.first
    }
}

extension Roster: Hashable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.people == rhs.people && lhs.teams == rhs.teams && Set(lhs.memberships) == Set(rhs.memberships)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(people)
        hasher.combine(teams)
        hasher.combine(Set(memberships))
    }
}

extension Roster: Codable {
    private enum CodingKeys: String, CodingKey { case people, teams, memberships }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            people: try container.decode([Person].self, forKey: .people),
            teams: try container.decode([Team].self, forKey: .teams),
            memberships: try container.decode([Membership].self, forKey: .memberships))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(people.values.sorted { $0.id < $1.id }, forKey: .people)
        try container.encode(teams.values.sorted { $0.id < $1.id }, forKey: .teams)
        try container.encode(memberships, forKey: .memberships)
    }
}
