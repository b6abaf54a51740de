import Foundation

extension Roster {
    /// The people and teams of a table of comma-separated values.
    ///
    /// The first line names the columns, in any order: `person` (needed, the person's id), `name`, `username`, `email`,
    /// `user_id`, `team`, `parent_team`, `from` and `until` (days, `2026-01-31`, in UTC), `bot` (`true`). Other columns
    /// are external ids, by the name of their system. Several rows of one person add up: accounts, addresses, teams.
    ///
    /// - Parameter instance: whose accounts `user_id` numbers.
    /// - Complexity: O(length).
    public static func csv(_ text: String, of instance: InstanceID? = nil) -> RosterImport {
        let rows = CSVRows(text).rows
        guard let header = rows.first?.fields.map({ $0.trimmingCharacters(in: .whitespaces).lowercased() }),
            header.contains("person")
        else {
            return RosterImport(
                roster: .empty, problems: [.init(line: 1, reason: "no column is named person")])
        }
        var reading = RosterRows(header: header, instance: instance)
        for row in rows.dropFirst() { reading.add(row) }
        return RosterImport(
            roster: Roster(people: reading.people, teams: reading.teams, memberships: reading.memberships),
            problems: reading.problems)
    }

    /// The roster as a table that `csv(_:of:)` reads: a row for each account, address and membership of each person.
    public func csv() -> String {
        let systems = Set(people.values.flatMap(\.externalIDs.keys)).sorted()
        let columns = [
            "person", "name", "username", "email", "user_id", "team", "parent_team", "from", "until", "bot",
        ]
        var lines = [columns + systems]
        for person in people.values.sorted(by: { $0.id < $1.id }) {
            let own = memberships.filter { $0.person == person.id }
            let accounts = person.accounts.sorted().map { String($0.user) }
            let lists = [person.usernames.sorted(), person.emails.sorted(), accounts]
            for row in 0..<max(1, own.count, lists.map(\.count).max() ?? 0) {
                func item(_ list: [String]) -> String { row < list.count ? list[row] : "" }
                let membership = row < own.count ? own[row] : nil
                let days = [membership?.from, membership?.until].map { instant in
                    instant.map { CalendarDate(daysSince1970: Int($0.secondsSince1970 / 86_400)).description }
                        ?? ""
                }
                let team = membership?.team
                lines.append(
                    [person.id.rawValue, person.name] + lists.map(item)
                        + [team?.rawValue ?? "", team.flatMap { teams[$0]?.parent?.rawValue } ?? ""] + days
                        + [person.isBot ? "true" : ""] + systems.map { person.externalIDs[$0] ?? "" })
            }
        }
        return lines.map { $0.map(CSVRows.written).joined(separator: ",") + "\r\n" }.joined()
    }
}

/// Reads the rows of a roster, one after the other.
private struct RosterRows {
    let header: [String]
    let instance: InstanceID?
    var people: [Person] = []
    var teams: [Team] = []
    var memberships: [Membership] = []
    var problems: [RosterImport.Problem] = []

    private static let columns: Set<String> = [
        "person", "name", "username", "email", "user_id", "team", "parent_team", "from", "until", "bot",
    ]

    mutating func add(_ row: CSVRows.Row) {
        var fields: [String: String] = [:]
        for (name, field) in zip(header, row.fields) {
            let text = CSVRows.read(field.trimmingCharacters(in: .whitespaces))
            if !text.isEmpty { fields[name] = text }
        }
        guard let id = fields["person"] else {
            problems.append(.init(line: row.line, reason: "no person"))
            return
        }
        addPerson(Person.ID(rawValue: id), fields, line: row.line)
        if let team = fields["team"] { addMembership(.init(rawValue: id), team, fields, line: row.line) }
    }

    private mutating func addPerson(_ id: Person.ID, _ fields: [String: String], line: Int) {
        var accounts: Set<Person.AccountID> = []
        if let number = fields["user_id"] {
            if let user = Int64(number), let instance {
                accounts.insert(.init(instance, user))
            } else {
                let reason = instance == nil ? "a user_id, but no instance was named" : "user_id is no number"
                problems.append(.init(line: line, reason: reason))
            }
        }
        people.append(
            Person(
                id: id, name: fields["name"], accounts: accounts,
                usernames: Set(fields["username"].map { [$0] } ?? []),
                emails: Set(fields["email"].map { [$0] } ?? []),
                isBot: ["true", "yes", "1"].contains(fields["bot"]?.lowercased()),
                externalIDs: fields.filter { !Self.columns.contains($0.key) && !$0.key.isEmpty }))
    }

    private mutating func addMembership(
        _ person: Person.ID, _ team: String, _ fields: [String: String], line: Int
    ) {
        var membership = Membership(person, in: Team.ID(rawValue: team))
        for (name, end) in [("from", \Membership.from), ("until", \Membership.until)] {
            guard let text = fields[name] else { continue }
            guard let date = CalendarDate(text) else {
                problems.append(.init(line: line, reason: "\(name) is no day such as 2026-01-31"))
                continue
            }
            membership[keyPath: end] = Instant(secondsSince1970: Int64(date.daysSince1970) * 86_400)
        }
        teams.append(Team(id: membership.team, parent: fields["parent_team"].map { .init(rawValue: $0) }))
        memberships.append(membership)
    }
}
