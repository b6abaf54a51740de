extension ProjectRecords {
    /// Whether GitLab still shows it. What is known of a project that is gone stays and counts.
    public func isLive(_ record: some Deletable) -> Bool { !record.isGone }

    /// Whether the note stands in the newest complete listing of its subject's notes, or came after it.
    public func isLive(_ record: NoteRecord) -> Bool {
        guard let listing = listing(of: .note, in: record.subject) else { return true }
        return listing.isLive(record.id.id, createdAt: record.createdAt)
    }

    /// Whether the event is still the best that is known.
    public func isLive(_ record: ProvisionalEvent) -> Bool {
        !record.isSuperseded(by: listing(of: .note, in: .mergeRequest(record.mergeRequest)))
    }

    /// The facts alone: without what GitLab no longer shows, what complete reads have superseded, and how any of
    /// it was learned. Two sets that state the same world settle to the same records. O(n).
    public var settled: ProjectRecords {
        var live = self
        live.provisionalEvents = provisionalEvents.filter(isLive)
        live.mergeRequests = mergeRequests.filter(isLive)
        live.issues = issues.filter(isLive)
        live.milestones = milestones.filter(isLive)
        live.releases = releases.filter(isLive)
        live.branches = branches.filter(isLive)
        live.tags = tags.filter(isLive)
        live.members = members.filter(isLive)
        live.timeLogs = timeLogs.filter(isLive)
        live.notes = notes.filter(isLive)
        live.listings = RecordTable(listings.lazy.map(\.settled))
        let gone = Set(
            mergeRequests.lazy.filter(\.isGone).map(\.reference)
                + issues.lazy.filter(\.isGone).map(\.reference))
        if !gone.isEmpty {
            live = live.filter { _, parent in parent.map { !gone.contains($0) } ?? true }
        }
        var settled = ProjectRecords()
        for table in Self.tables { table.unstamp(live, &settled) }
        return settled
    }
}

extension ProjectRecords: Equatable {
    /// Whether both state the same facts, however they were learned; O(n).
    public static func == (lhs: Self, rhs: Self) -> Bool {
        let left = lhs.settled
        let right = rhs.settled
        return tables.allSatisfy { $0.equal(left, right) }
    }
}
