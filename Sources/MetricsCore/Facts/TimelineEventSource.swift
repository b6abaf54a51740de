/// Finds the events of each merge request: one counting pass over notes and provisional events sorts them by
/// merge request, without a list per merge request.
struct TimelineEventSource {
    private let records: ProjectRecords
    private let bots: Bots
    /// Events by merge request: those of position `p` stand at `offsets[p]..<offsets[p + 1]`.
    private var offsets: [Int32]
    private var events: [TimelineEvent] = []
    /// The row of each merge request's approvals, or −1.
    private var approvals: [Int32]
    private var authors: [Int64]

    init(of records: ProjectRecords, timelines: MergeRequestTimelines, bots: Bots) {
        self.records = records
        self.bots = bots
        let rows = records.mergeRequests.rows
        authors = timelines.timelines.map { rows[Int($0.row)].author?.value?.id ?? 0 }
        offsets = Array(repeating: 0, count: authors.count + 1)
        approvals = Array(repeating: -1, count: authors.count)
        for (row, record) in records.approvals.rows.enumerated() {
            if let position = timelines.positions[record.id.id] { approvals[Int(position)] = Int32(row) }
        }
        scatter(found(in: timelines))
    }

    private typealias Found = (position: Int32, event: TimelineEvent)

    private func found(in timelines: MergeRequestTimelines) -> [Found] {
        let listings = noteListings(of: timelines)
        let knownSince = Self.notesAreKnownSince(records)
        var found: [Found] = []
        found.reserveCapacity(records.notes.count)
        for note in records.notes where note.subject.kind == .mergeRequest {
            guard let position = timelines.position(ofID: note.subject.id) else { continue }
            if listings[position] < 0 {
                guard timelines.timelines[position].created >= knownSince else { continue }
            } else {
                let listing = records.listings.rows[Int(listings[position])]
                guard listing.isLive(note.id.id, createdAt: note.createdAt) else { continue }
            }
            let facts = note.facts.value
            let kind: TimelineEvent.Kind? = facts.activity.map { TimelineEvent.Kind($0) } ?? .comment
            guard let kind else { continue }
            found.append((Int32(position), event(note.createdAt, kind, facts.author, position, note.id.id)))
        }
        for (row, event) in records.provisionalEvents.rows.enumerated() {
            guard let position = timelines.positions[event.mergeRequest.id], records.isLive(event),
                listings[Int(position)] >= 0 || timelines.timelines[Int(position)].created >= knownSince,
                let kind = TimelineEvent.Kind(event.activity)
            else { continue }
            found.append((position, self.event(event.at, kind, event.actor, Int(position), 0, row)))
        }
        return found
    }

    /// A merge request that is older, and of which no complete read was made, has a past nobody knows: the comment a
    /// webhook tells of may be its first or its hundredth, so it waits for the read.
    private static func notesAreKnownSince(_ records: ProjectRecords) -> Instant {
        records.coverage.first { $0.id.kind == .note }?.extent.value.since ?? .distantPast
    }

    /// The row of the complete listing of each merge request's notes, or −1.
    private func noteListings(of timelines: MergeRequestTimelines) -> [Int32] {
        var listings = Array(repeating: Int32(-1), count: authors.count)
        for (row, listing) in records.listings.rows.enumerated() where listing.id.children == .note {
            guard listing.id.subject.kind == .mergeRequest,
                let position = timelines.position(ofID: listing.id.subject.id)
            else { continue }
            listings[position] = Int32(row)
        }
        return listings
    }

    private mutating func scatter(_ found: [Found]) {
        guard let any = found.first else { return }
        for item in found { offsets[Int(item.position) + 1] += 1 }
        for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
        var next = offsets
        events = Array(repeating: any.event, count: found.count)
        for item in found {
            events[Int(next[Int(item.position)])] = item.event
            next[Int(item.position)] += 1
        }
    }

    private func event(
        _ at: Instant, _ kind: TimelineEvent.Kind, _ account: Account?, _ position: Int, _ note: Int64,
        _ provisional: Int = -1
    ) -> TimelineEvent {
        let actor: TimelineEvent.Actor =
            switch account {
            case nil: .unknown
            case let account? where bots.isBot(account): .bot
            case let account? where account.id == authors[position]: .author
            default: .human
            }
        return TimelineEvent(
            at: at, kind: kind, actor: actor, actorID: account?.id ?? 0, note: note,
            provisional: Int32(provisional))
    }

    /// Puts the events of one merge request there in order of time.
    ///
    /// - Returns: how many approvals it needs, if known.
    func gather(
        _ position: Int, into scratch: inout [TimelineEvent], traits: inout MergeRequestTimeline.Traits
    ) -> Int? {
        scratch.append(contentsOf: events[Int(offsets[position])..<Int(offsets[position + 1])])
        scratch.sort(by: TimelineEvent.precedes)
        guard approvals[position] >= 0 else { return nil }
        let known = records.approvals.rows[Int(approvals[position])]
        for account in known.by?.value ?? [] {
            let isNoted = scratch.contains { event in
                switch event.kind {
                case .approved, .unapproved: event.actorID == account.id
                case .approvalsReset: true
                default: false
                }
            }
            if !isNoted { traits.insert(.undatedApproval) }
        }
        return known.required?.value ?? nil
    }
}
