/// Finds the production deployment that an incident names, itself or by a merge request it carried.
struct DeploymentNames {
    private var byID: [Int64: Int32] = [:]
    private var byIID: [Int64: Int32] = [:]
    private var byMergeRequest: [Int64: Int32] = [:]

    init(
        of records: ProjectRecords, timelines: [MergeRequestTimeline], history: DeploymentHistory,
        links: [DeploymentLink]
    ) {
        let deployments = records.deployments.rows
        for (index, success) in history.successes.enumerated() {
            byID[success.id] = Int32(index)
            if let iid = deployments[Int(success.row)].origin?.value.iid { byIID[iid] = Int32(index) }
        }
        let mergeRequests = records.mergeRequests.rows
        for link in links {
            let row = Int(timelines[Int(link.mergeRequest)].row)
            guard let iid = mergeRequests[row].summary?.value.iid else { continue }
            let rival = byMergeRequest[iid].map { history.successes[Int($0)] }
            let own = history.successes[Int(link.deployment)]
            if let rival, (rival.finish, rival.id) <= (own.finish, own.id) { continue }
            byMergeRequest[iid] = link.deployment
        }
    }

    /// Position among the successes.
    func deployment(named mention: Mention) -> Int32? {
        switch mention {
        case .deployment(let id): byID[id] ?? byIID[id]
        case .mergeRequest(let iid): byMergeRequest[iid]
        }
    }
}
