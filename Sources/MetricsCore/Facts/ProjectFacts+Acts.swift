extension ProjectFacts {
    /// What people did in the period, with whoever did it as stratum; what bots did is left out. Commits count for whoever
    /// wrote them when they wrote them. Merging somebody else's merge request is known by its state event: by the merge
    /// request itself, it would be the author's.
    func acts(in period: ReportPeriod, _ inclusion: Inclusion) -> SamplePartial {
        var acts: [RecordKind: SamplePartial.Columns] = [:]
        var machines: [RecordKind: DatedColumns] = [:]
        func add(_ kind: RecordKind, _ id: Int64, _ account: Account?, at instant: Instant?) {
            guard let account, let instant, period.contains(instant) else { return }
            if inclusion.bots == .leftOut, bots.isBot(account) {
                machines[kind, default: .init()].append(id, at: instant)
            } else {
                acts[kind, default: .init()].append(id, stratum: stratum(of: .account(account)), at: instant)
            }
        }
        for timeline in mergeRequests {
            let record = record(of: timeline)
            add(.mergeRequest, timeline.id, record.author?.value, at: timeline.created)
            if let author = record.author?.value, let merger = record.merge?.value.by,
                stratum(of: .account(merger)) == stratum(of: .account(author))
            {
                add(.mergeRequest, timeline.id, merger, at: timeline.merged)
            }
        }
        for event in records.stateEvents
        where event.subject.kind == .mergeRequest && event.change.value.state == "merged"
            && isKnown(event.subject)
        {
            add(.stateEvent, event.id.id, event.user?.value, at: event.createdAt)
        }
        for note in records.notes where isKnown(note.subject) && records.isLive(note) {
            add(.note, note.id.id, note.facts.value.author, at: note.createdAt)
        }
        for issue in records.issues where !issue.isGone {
            add(.issue, issue.id.id, issue.author?.value, at: issue.summary?.value.createdAt)
        }
        for commit in records.commits {
            let facts = commit.facts.value
            guard period.contains(facts.authoredAt), let email = facts.authorEmail else { continue }
            let name = commit.reference.id
            if inclusion.bots == .leftOut, isByBot(commit) {
                machines[.commit, default: .init()].append(named: name, at: facts.authoredAt)
            } else {
                acts[.commit, default: .init()].append(
                    named: name, stratum: stratum(of: .author(name: facts.authorName, email: email)),
                    at: facts.authoredAt)
            }
        }
        var partial = SamplePartial()
        for (kind, columns) in acts { partial.append(columns, in: space(kind)) }
        for (kind, columns) in machines { partial.ledger.exclude(columns, .bot, in: space(kind)) }
        return partial
    }

    /// Whether what a note is on is known, and still there.
    private func isKnown(_ subject: RecordReference) -> Bool {
        guard let id = Int64(subject.id) else { return false }
        return switch subject.kind {
        case .mergeRequest: records.mergeRequests[MergeRequestKey(subject.instance, id)]?.isGone == false
        case .issue: records.issues[IssueKey(subject.instance, id)]?.isGone == false
        default: false
        }
    }

    /// A number for whoever did it: his account's, or one below 0, the same on every instance, made of the person or address
    /// he is known by.
    func stratum(of actor: Actor) -> Int64 {
        switch rules.roster.identity(of: actor, in: project.instance) {
        case .account(_, let user): user
        case let identity: Int64(bitPattern: SHA(identity.id).digest | 1 << 63)
        }
    }

    /// The account of that number, by the name its user has now.
    func account(_ id: Int64) -> Account {
        Account(id: id, username: records.users[UserKey(project, id)]?.username?.value ?? "")
    }

    /// The first act of review of each reviewer up to the merge, in order of time.
    func firstReviews(of timeline: MergeRequestTimeline) -> [TimelineEvent] {
        var seen: Set<Int64> = []
        return reviews(of: timeline).filter { seen.insert($0.actorID).inserted }
    }

    /// What names an event that has no note: its provisional event.
    func name(of event: TimelineEvent) -> String {
        let rows = records.provisionalEvents.rows
        let row = Int(event.provisional)
        return rows.indices.contains(row) ? rows[row].reference.id : "\(event.note)"
    }

    /// Since when an open merge request waits for its reviewers; `nil` if it does not at that instant.
    func reviewWait(of timeline: MergeRequestTimeline, at end: Instant) -> Instant? {
        guard timeline.isOpen(at: end),
            let turn = ReviewTurns(
                of: timeline, events: events(of: timeline), until: end.advanced(bySeconds: -1))?.last,
            turn.side == .reviewers
        else { return nil }
        return turn.start
    }
}

extension SamplePartial.Columns {
    mutating func append(_ id: Int64, stratum: Int64, at instant: Instant) {
        records.append(id, at: instant)
        values.append(0)
        strata.append(stratum)
    }

    mutating func append(named name: String, stratum: Int64, at instant: Instant) {
        records.append(named: name, at: instant)
        values.append(0)
        strata.append(stratum)
    }
}

extension ProjectFacts {
    /// The open merge requests that wait for a review at that instant, and for how many seconds; those of bots left out.
    package func reviewWaits(at now: Instant) -> [(mergeRequest: RecordReference, seconds: Int64)] {
        mergeRequests.compactMap { timeline in
            guard !timeline.traits.contains(.byBot), let since = reviewWait(of: timeline, at: now),
                case .seconds(let seconds) = Elapsed(from: since, to: now)
            else { return nil }
            return (reference(of: timeline), Int64(seconds))
        }
    }
}
