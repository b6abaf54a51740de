extension ProjectRecords {
    /// Whether GitLab still shows the project. What is known of one that is gone stays and counts.
    public func isLive(_ record: ProjectRecord) -> Bool { record.existence?.value != .gone }

    /// Whether GitLab still shows the merge request.
    public func isLive(_ record: MergeRequestRecord) -> Bool { record.existence?.value != .gone }

    /// Whether GitLab still shows the issue.
    public func isLive(_ record: IssueRecord) -> Bool { record.existence?.value != .gone }

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
        let gone = Set(
            mergeRequests.lazy.filter { !isLive($0) }.map(\.reference)
                + issues.lazy.filter { !isLive($0) }.map(\.reference))
        live.notes = notes.filter { isLive($0) && !gone.contains($0.subject) }
        if !gone.isEmpty {
            live.approvals = approvals.filter { !gone.contains(.mergeRequest($0.id)) }
            live.listings = listings.filter { !gone.contains($0.id.subject) }
            live.provisionalEvents = live.provisionalEvents.filter {
                !gone.contains(.mergeRequest($0.mergeRequest))
            }
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
