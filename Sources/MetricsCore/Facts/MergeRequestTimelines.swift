/// The timelines of all live merge requests of a project, and their events in one buffer.
struct MergeRequestTimelines {
    private(set) var timelines: [MergeRequestTimeline] = []
    private(set) var events: [TimelineEvent] = []
    /// Position by GitLab's id; built only when something hangs on merge requests.
    private(set) var positions: [Int64: Int32] = [:]

    init(of records: ProjectRecords, bots: Bots) {
        readRecords(records, bots: bots)
        let hasEvents =
            !(records.notes.isEmpty && records.provisionalEvents.isEmpty && records.approvals.isEmpty)
        guard hasEvents || !records.listings.isEmpty else { return }
        positions.reserveCapacity(timelines.count)
        for index in timelines.indices { positions[timelines[index].id] = Int32(index) }
        if hasEvents { readEvents(records, bots: bots) }
        readFirstCommits(records)
    }

    /// The position of the merge request with that id, given as text.
    func position(ofID id: String) -> Int? { Int64(id).flatMap { positions[$0] }.map(Int.init) }

    mutating func update(_ position: Int, _ change: (inout MergeRequestTimeline) -> Void) {
        change(&timelines[position])
    }

    mutating func updateAll(_ change: (inout MergeRequestTimeline) -> Void) {
        for position in timelines.indices { change(&timelines[position]) }
    }

    private mutating func readRecords(_ records: ProjectRecords, bots: Bots) {
        let rows = records.mergeRequests.rows
        timelines.reserveCapacity(rows.count)
        for row in rows.indices {
            if let timeline = MergeRequestTimeline(rows[row], row: row, bots: bots) {
                timelines.append(timeline)
            }
        }
    }

    private mutating func readEvents(_ records: ProjectRecords, bots: Bots) {
        let source = TimelineEventSource(of: records, timelines: self, bots: bots)
        var reader = TimelineReader()
        var scratch: [TimelineEvent] = []
        for index in timelines.indices {
            scratch.removeAll(keepingCapacity: true)
            let required = source.gather(index, into: &scratch, traits: &timelines[index].traits)
            guard !scratch.isEmpty else { continue }
            let start = Int32(events.count)
            events.append(contentsOf: scratch)
            timelines[index].events = start..<Int32(events.count)
            reader.read(scratch, into: &timelines[index], required: required)
        }
    }

    private mutating func readFirstCommits(_ records: ProjectRecords) {
        guard !records.commits.isEmpty else { return }
        for listing in records.listings where listing.id.children == .commit {
            guard listing.id.subject.kind == .mergeRequest, case .shas(let shas) = listing.members,
                let position = position(ofID: listing.id.subject.id)
            else { continue }
            for sha in shas {
                let commit = records.commits[CommitKey(listing.project, sha)]
                guard let authored = commit?.facts.value.authoredAt else { continue }
                let known = timelines[position].firstCommit ?? authored
                timelines[position].moments.firstCommit = min(known, authored)
            }
        }
    }
}
