/// Finds the merge requests that a revert takes back.
struct RevertTargets {
    private let rows: [MergeRequestRecord]
    private let timelines: [MergeRequestTimeline]
    private var byIID: [Int64: Int32] = [:]
    private let landed: LandedCommits

    init(of records: ProjectRecords, timelines: [MergeRequestTimeline]) {
        rows = records.mergeRequests.rows
        self.timelines = timelines
        for (position, timeline) in timelines.enumerated() {
            if let iid = rows[Int(timeline.row)].summary?.value.iid { byIID[iid] = Int32(position) }
        }
        landed = LandedCommits(of: records, timelines: timelines)
    }

    func positions(of revert: Revert) -> [Int32] {
        switch revert {
        case .mergeRequest(let iid): return byIID[iid].map { [$0] } ?? []
        case .commit(let sha):
            var positions: [Int32] = []
            landed.forEach(landedAs: SHA(sha)) { positions.append($0.mergeRequest) }
            return positions
        }
    }

    /// The merge requests that the one at that position takes back. None if it reverts a revert: that lands again what was
    /// taken back, and the revert it undoes has not failed.
    func takenBack(by position: Int32) -> [Int32] {
        let targets = reverted(by: position)
        return targets.contains(where: takesBack) ? [] : targets
    }

    /// What the merge request at that position says it reverts, whatever that is.
    func reverted(by position: Int32) -> [Int32] {
        revert(of: position).map(positions) ?? []
    }

    private func revert(of position: Int32) -> Revert? { rows[Int(timelines[Int(position)].row)].reverts }

    /// Whether a merge request takes something back: the first, third, … of a chain of reverts of reverts does. Those that
    /// revert each other in a circle, as no repository has them, are followed once around.
    private func takesBack(_ position: Int32) -> Bool {
        var reverts: Set<Int32> = []
        var next: Int32? = position
        while let current = next, let revert = revert(of: current), reverts.insert(current).inserted {
            next = eldest(positions(of: revert))
        }
        return !reverts.count.isMultiple(of: 2)
    }

    private func eldest(_ positions: [Int32]) -> Int32? {
        positions.min { timelines[Int($0)].id < timelines[Int($1)].id }
    }
}

extension RevertTargets {
    /// Ids of the merge requests that a merged one takes back.
    static func reverted(in records: ProjectRecords, timelines: [MergeRequestTimeline]) -> Set<Int64> {
        let rows = records.mergeRequests.rows
        let reverts = timelines.indices.filter {
            timelines[$0].merged != nil && rows[Int(timelines[$0].row)].reverts != nil
        }
        guard !reverts.isEmpty else { return [] }
        let targets = RevertTargets(of: records, timelines: timelines)
        return Set(
            reverts.flatMap { targets.takenBack(by: Int32($0)) }.map { timelines[Int($0)].id })
    }
}

extension MergeRequestRecord {
    var reverts: Revert? { summary?.value.reverts }
}
