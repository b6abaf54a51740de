import MetricsCore

extension History {
    /// A commit with all that lists of a branch tell.
    mutating func commit(
        _ sha: String, committed: Int, parents: [String] = ["root"], added: Int? = nil, removed: Int = 0,
        by email: String? = nil, title: String? = nil
    ) {
        insert(
            CommitRecord(
                id: CommitKey(project, sha),
                facts: Register(
                    .init(
                        title: title ?? sha, authorName: email, authorEmail: email, authoredAt: at(committed)),
                    stamp: Self.laterStamp),
                committedAt: Register(at(committed), stamp: Self.laterStamp),
                parents: Register(parents, stamp: Self.laterStamp),
                lines: added.map { Register(.init(added: $0, removed: removed), stamp: Self.laterStamp) }))
    }

    mutating func issue(
        _ id: Int64, opened: Int, closed: Int? = nil, author: Account? = History.ada, estimate: Int? = nil
    ) {
        incident(id, opened: opened, closed: closed, type: "issue")
        guard var record = records[project].issues[IssueKey(project.instance, id)] else { return }
        record.author = Register(author, stamp: Self.laterStamp)
        record.timeEstimate = estimate.map { Register($0, stamp: Self.laterStamp) }
        insert(record)
    }

    private func reference(_ issue: Int64) -> RecordReference { .issue(IssueKey(project.instance, issue)) }

    mutating func issueNote(
        _ id: Int64, on issue: Int64, at seconds: Int, by author: Account?, _ activity: NoteActivity? = nil
    ) {
        insert(
            NoteRecord(
                id: NoteKey(project.instance, id), project: project, subject: reference(issue),
                createdAt: at(seconds),
                facts: Register(.init(author: author, activity: activity), stamp: Self.laterStamp)))
    }

    mutating func stateEvent(_ id: Int64, on issue: Int64, at seconds: Int, _ state: String) {
        insert(
            StateEventRecord(
                id: RecordKey(project.instance, id), project: project, subject: reference(issue),
                createdAt: at(seconds), change: Register(.init(state: state), stamp: Self.laterStamp)))
    }

    mutating func labelEvent(_ id: Int64, on issue: Int64, at seconds: Int, _ label: String) {
        insert(
            LabelEventRecord(
                id: RecordKey(project.instance, id), project: project, subject: reference(issue),
                createdAt: at(seconds),
                change: Register(.init(label: label, isAdded: true), stamp: Self.laterStamp)))
    }

    mutating func timeLog(_ id: Int64, on issue: Int64, at seconds: Int, spent: Int, by user: Account?) {
        insert(
            TimeLogRecord(
                id: TimeLogKey(project.instance, id), project: project, subject: reference(issue),
                facts: Register(
                    .init(user: user, seconds: spent, spentAt: at(seconds)), stamp: Self.laterStamp)))
    }

    mutating func push(
        _ id: Int64, at seconds: Int, _ action: String, _ refType: String, by author: Account? = History.ada
    ) {
        insert(
            ActivityEventRecord(
                id: ActivityEventKey(project.instance, id), project: project, createdAt: at(seconds),
                facts: Register(
                    .init(
                        author: author, action: "pushed",
                        push: .init(
                            action: action, refType: refType, ref: "ref-\(id)", commitCount: 1, fromSHA: nil,
                            toSHA: nil)), stamp: Self.laterStamp)))
    }

    mutating func release(_ tag: String, at seconds: Int) {
        var record = ReleaseRecord(id: ReleaseKey(project, tag))
        record.summary = Register(
            .init(name: tag, createdAt: at(seconds), releasedAt: nil), stamp: Self.laterStamp)
        insert(record)
    }

    mutating func pipeline(
        _ id: Int64, _ status: String, of sha: String, on ref: String = "main", created: Int,
        finished: Int? = nil,
        duration: Int? = nil, queued: Int? = nil, source: String = "push"
    ) {
        var record = PipelineRecord(id: PipelineKey(project.instance, id), project: project)
        record.summary = Register(
            .init(iid: id, status: status, sha: sha, createdAt: at(created)), stamp: Self.laterStamp)
        record.origin = Register(.init(source: source, ref: ref), stamp: Self.laterStamp)
        record.timing = Register(
            .init(finishedAt: finished.map(at), duration: duration, queuedDuration: queued),
            stamp: Self.laterStamp)
        insert(record)
    }

    mutating func job(
        _ id: Int64, _ status: String, _ name: String, of pipeline: Int64, finished: Int, duration: Int? = 60,
        mayFail: Bool = false
    ) {
        var record = JobRecord(
            id: JobKey(project.instance, id), project: project,
            pipeline: PipelineKey(project.instance, pipeline))
        record.summary = Register(
            .init(name: name, stage: "test", isAllowedToFail: mayFail, createdAt: at(finished - 100)),
            stamp: Self.laterStamp)
        record.status = Register(status, stamp: Self.laterStamp)
        record.timing = Register(
            .init(startedAt: nil, finishedAt: at(finished), duration: duration, queuedDuration: nil),
            stamp: Self.laterStamp)
        insert(record)
    }
}
