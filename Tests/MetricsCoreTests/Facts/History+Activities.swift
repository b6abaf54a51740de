import MetricsCore

extension History {
    func mergeRequest(_ id: Int64) -> RecordReference { .mergeRequest(MergeRequestKey(project.instance, id)) }
    func issue(_ id: Int64) -> RecordReference { .issue(IssueKey(project.instance, id)) }

    /// An event in the life of a merge request or issue; `stateEvent(_:on:at:_:)` is of issues and by nobody.
    mutating func stateEvent(
        _ id: Int64, on subject: RecordReference, at seconds: Int, _ state: String, by user: Account?
    ) {
        insert(
            StateEventRecord(
                id: RecordKey(project.instance, id), project: project, subject: subject,
                createdAt: at(seconds), user: Register(user, stamp: Self.laterStamp),
                change: Register(.init(state: state), stamp: Self.laterStamp)))
    }

    mutating func edit(pipeline id: Int64, _ change: (inout PipelineRecord) -> Void) {
        guard var record = records[project].pipelines[PipelineKey(project.instance, id)] else { return }
        change(&record)
        insert(record)
    }

    mutating func push(_ id: Int64, at seconds: Int, by author: Account?, _ push: ActivityEventRecord.Push) {
        insert(
            ActivityEventRecord(
                id: ActivityEventKey(project.instance, id), project: project, createdAt: at(seconds),
                facts: Register(
                    .init(author: author, action: "pushed to", push: push), stamp: Self.laterStamp)))
    }

    /// A project's busy month in which webhooks, notes, state events and the things themselves tell the same.
    static func told(project: Int64, using random: inout PseudoRandom) -> History {
        var history = History.random(project: project, using: &random)
        let accounts = [ada, grace, linus, bot, nil]
        for (number, id) in history.records[history.project].mergeRequests.map(\.id.id).sorted().enumerated()
        {
            let at = Int.random(in: 0...(30 * day), using: &random)
            let account = accounts.randomElement(using: &random) ?? nil
            history.note(on: id, at: at, by: account, .approved)
            history.event(on: id, at: at + Int.random(in: -40...90, using: &random), by: account, .approved)
            history.note(on: id, at: at + 7, by: account, .reopened)
            history.stateEvent(
                project * 1000 + Int64(number), on: history.mergeRequest(id),
                at: at + Int.random(in: 0...80, using: &random),
                Bool.random(using: &random) ? "reopened" : "closed", by: account)
            if Bool.random(using: &random) { history.listNotes(of: id) }
            if Int.random(in: 0..<6, using: &random) == 0 {
                history.edit(id) { $0.existence = Register(.gone, stamp: laterStamp) }
            }
        }
        return history
    }

    func activities(days: Range<Int> = 0..<30, rules: FactRules = .standard) -> [Activity] {
        records[project].activities(of: project, in: period(days: days).range, rules: rules)
    }
}

extension Activity {
    /// All times a record can hold but the last.
    static let ever = Instant(secondsSince1970: .min)..<Instant(secondsSince1970: .max)

    /// The seconds after the history's start, what was done, and by whom.
    var line: String {
        let who =
            switch actor {
            case .account(let account): account.username
            case .author(_, let email): email
            case nil: "nobody"
            }
        let seconds = at.secondsSince1970 - History.start.secondsSince1970
        return "\(seconds) \(who) \(kind) \(subject.name ?? "–")"
    }
}

extension ProjectRecords {
    /// The same records of all kinds that tell activities, inserted in another order, each twice.
    func reordered(using random: inout PseudoRandom) -> ProjectRecords {
        var set = RecordSet()
        func insert<Record: MetricsRecord>(_ table: RecordTable<Record>) {
            for record in (table.rows + table.rows).shuffled(using: &random) { set.insert(record) }
        }
        insert(deployments)
        insert(pipelines)
        insert(releases)
        insert(activityEvents)
        insert(commits)
        insert(timeLogs)
        insert(stateEvents)
        insert(provisionalEvents)
        insert(listings)
        insert(notes)
        insert(issues)
        insert(mergeRequests)
        insert(environments)
        insert(users)
        insert(project)
        return set.projects.values.first ?? ProjectRecords()
    }
}
