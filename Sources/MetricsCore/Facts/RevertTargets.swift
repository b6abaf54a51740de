/// Finds the merge requests that a revert takes back.
struct RevertTargets {
    private var byIID: [Int64: Int32] = [:]
    private let landed: LandedCommits

    init(of records: ProjectRecords, timelines: MergeRequestTimelines) {
        let rows = records.mergeRequests.rows
        for (position, timeline) in timelines.timelines.enumerated() {
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
}

extension RevertTargets {
    /// Ids of the merge requests that a merged one takes back.
    static func reverted(in records: ProjectRecords, timelines: MergeRequestTimelines) -> Set<Int64> {
        let rows = records.mergeRequests.rows
        let reverts = timelines.timelines.lazy.filter { $0.merged != nil }.compactMap {
            rows[Int($0.row)].reverts
        }
        guard !reverts.isEmpty else { return [] }
        let targets = RevertTargets(of: records, timelines: timelines)
        return Set(reverts.flatMap { targets.positions(of: $0) }.map { timelines.timelines[Int($0)].id })
    }
}

extension MergeRequestRecord {
    var reverts: Revert? { summary?.value.reverts }
}
