/// Finds the activities of one project in a period, kind of record by kind of record.
struct ActivitySource {
    let project: ProjectKey
    let records: ProjectRecords
    let period: Range<Instant>
    let pages: ProjectPages
    private let bots: Bots
    private let roster: Roster
    private let path: String?
    private(set) var activities: [Activity] = []

    init(of project: ProjectKey, _ records: ProjectRecords, in period: Range<Instant>, rules: FactRules) {
        self.project = project
        self.records = records
        self.period = period
        bots = Bots(of: records, in: project.instance, rules: rules)
        roster = rules.roster
        let summary = records.project[project]?.summary?.value
        path = summary?.path
        pages = ProjectPages(of: summary?.webURL)
    }

    /// Adds it if it lies in the period. What else is known of it can be told by `details`.
    mutating func add(
        _ kind: Activity.Kind, at instant: Instant, by actor: Actor?, told record: RecordReference,
        on subject: Activity.Subject, link: String?, details: (inout Activity) -> Void = { _ in }
    ) {
        guard period.contains(instant) else { return }
        var activity = Activity(
            kind, at: instant, project: project, projectPath: path, actor: actor,
            isBot: actor.map(isBot) ?? false, record: record, subject: subject, link: link)
        details(&activity)
        activities.append(activity)
    }

    /// Adds it if it lies in the period and the merge request or issue is known and still there.
    mutating func add(
        _ kind: Activity.Kind, at instant: Instant, by account: Account?, told record: RecordReference,
        on subject: RecordReference, details: (inout Activity) -> Void = { _ in }
    ) {
        guard period.contains(instant), let place = place(of: subject) else { return }
        let anchor = record.kind == .note ? "#note_\(record.id)" : ""
        add(
            kind, at: instant, by: account.map { .account($0) }, told: record, on: place.subject,
            link: place.url.map { $0 + anchor }, details: details)
    }

    private func isBot(_ actor: Actor) -> Bool {
        switch actor {
        case .account(let account): return bots.isBot(account)
        case .author(_, let email):
            if let person = roster.person(withEmail: email, in: project.instance) { return person.isBot }
            // GitLab gives bots addresses made of their names, and everybody's private one begins with his number.
            let email = email.lowercased()
            let name = email.prefix { $0 != "@" }
            let user = Roster.user(ofPrivate: email)
            let username = user == nil ? name : name.drop { $0 != "-" }.dropFirst()
            return bots.isBot(Account(id: user ?? 0, username: String(username)))
        }
    }
}
