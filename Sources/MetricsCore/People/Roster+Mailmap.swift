extension Roster {
    /// The people a `.mailmap` names: each by his proper address, with all the addresses he committed under.
    ///
    /// <https://git-scm.com/docs/gitmailmap>
    ///
    /// Of `Proper Name <proper@example.com> Commit Name <commit@example.com>` the names at commits do not matter here;
    /// a line with one address alone gives its name. Comments begin with `#`. O(length).
    public static func mailmap(_ text: String) -> RosterImport {
        var people: [String: Person] = [:]
        var problems: [RosterImport.Problem] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { !$0.isWhitespace }) else { continue }
            let entry = MailmapEntry(content)
            guard let proper = entry.emails.first, entry.emails.count <= 2 else {
                problems.append(.init(line: index + 1, reason: "no address in <>, or more than two"))
                continue
            }
            let person = Person(
                id: .init(rawValue: proper), name: entry.name, emails: Set(entry.emails))
            people[proper] = people[proper]?.merging(person) ?? person
        }
        let sorted = people.values.sorted { $0.id < $1.id }
        return RosterImport(roster: Roster(people: sorted), problems: problems)
    }
}

/// One line of a mailmap.
private struct MailmapEntry {
    var name: String?
    /// The proper one first; in lower case.
    var emails: [String] = []

    init(_ line: Substring) {
        var rest = line
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            if emails.isEmpty {
                let text = rest[..<open].trimmingSpaces
                name = text.isEmpty ? nil : String(text)
            }
            let email = rest[rest.index(after: open)..<close].trimmingSpaces
            if !email.isEmpty { emails.append(email.lowercased()) }
            rest = rest[rest.index(after: close)...]
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
