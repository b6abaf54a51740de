/// Holds failures against deployments: an incident that names one first, then a rollback or revert right after
/// it, then the last production deployment before the incident.
struct FailureAttributions {
    private(set) var attributions: [FailureAttribution] = []
    /// Positions of incidents that no deployment can be held to have caused.
    private(set) var unattributed: [Int32] = []

    private let records: ProjectRecords
    private let timelines: [MergeRequestTimeline]
    private let history: DeploymentHistory
    private let links: [DeploymentLink]
    /// By a deployment that took something back: the one that brought what it took back.
    private var undone: [Int32: Int32] = [:]

    init(
        of incidents: [Incident], records: ProjectRecords, timelines: [MergeRequestTimeline],
        history: DeploymentHistory, links: [DeploymentLink], limit: Int64
    ) {
        self.records = records
        self.timelines = timelines
        self.history = history
        self.links = links
        attributeRollbacks()
        attributeReverts()
        attribute(incidents, limit: limit)
    }

    /// A rollback brings a commit back that was there before the one it replaces. Deploying that one again later
    /// is no rollback: it came second.
    private mutating func attributeRollbacks() {
        let rows = records.deployments.rows
        var firstSeen: [SHA: Int] = [:]
        var previous: (sha: SHA, firstSeen: Int)?
        for (index, success) in history.successes.enumerated() {
            if success.isFirst {
                firstSeen.removeAll(keepingCapacity: true)
                previous = nil
            }
            guard let sha = rows[Int(success.row)].origin.map({ SHA($0.value.sha) }) else {
                previous = nil
                continue
            }
            let first = firstSeen[sha] ?? index
            firstSeen[sha] = first
            if let previous, first < previous.firstSeen { undo(by: index, .rollback) }
            previous = (sha, first)
        }
    }

    private mutating func attributeReverts() {
        let rows = records.mergeRequests.rows
        let reverts = links.filter { rows[Int(timelines[Int($0.mergeRequest)].row)].reverts != nil }
        guard !reverts.isEmpty else { return }
        let targets = RevertTargets(of: records, timelines: timelines)
        let carried = Set(links.map { Pair(history.bringer(of: Int($0.deployment)), $0.mergeRequest) })
        for link in reverts {
            let index = history.bringer(of: Int(link.deployment))
            guard undone[Int32(index)] == nil, let before = history.predecessor(of: index),
                targets.takenBack(by: link.mergeRequest).contains(where: {
                    carried.contains(Pair(before, $0))
                })
            else { continue }
            undo(by: index, .revert)
        }
    }

    private struct Pair: Hashable {
        let deployment: Int
        let mergeRequest: Int32
        init(_ deployment: Int, _ mergeRequest: Int32) {
            self.deployment = deployment
            self.mergeRequest = mergeRequest
        }
    }

    private mutating func undo(by index: Int, _ basis: FailureAttribution.Basis) {
        guard let before = history.predecessor(of: index) else { return }
        undone[Int32(index)] = Int32(before)
        attributions.append(
            FailureAttribution(
                deployment: Int32(before), basis: basis, incident: nil,
                resolved: history.successes[index].finish))
    }

    private mutating func attribute(_ incidents: [Incident], limit: Int64) {
        guard !incidents.isEmpty else { return }
        let names = DeploymentNames(of: records, timelines: timelines, history: history, links: links)
        let order = history.successesByFinish
        for (position, incident) in incidents.enumerated() {
            var deployments = named(by: incident, in: names)
            let basis: FailureAttribution.Basis = deployments.isEmpty ? .recency : .named
            if deployments.isEmpty, let last = last(before: incident.opened, in: order, limit: limit) {
                // An incident written up after the rollback is about what was rolled back.
                deployments = [undone[last] ?? last]
            }
            if deployments.isEmpty { unattributed.append(Int32(position)) }
            for deployment in deployments.sorted() {
                attributions.append(
                    FailureAttribution(
                        deployment: deployment, basis: basis, incident: Int32(position),
                        resolved: incident.closed))
            }
        }
    }

    /// What was begun when the incident was there already did not cause it: it may be the fix that the incident names.
    private func named(by incident: Incident, in names: DeploymentNames) -> Set<Int32> {
        let mentions = records.issues.rows[Int(incident.row)].summary?.value.mentions ?? []
        let deployments = records.deployments.rows
        return Set(
            mentions.compactMap { names.deployment(named: $0) }.filter { position in
                let success = history.successes[Int(position)]
                let begun = deployments[Int(success.row)].origin?.value.createdAt ?? success.finish
                return begun <= incident.opened
            })
    }

    /// What brought the commit that ran when the incident was opened, if it was deployed within the limit before.
    private func last(before instant: Instant, in order: [Int], limit: Int64) -> Int32? {
        var low = 0
        var high = order.count
        while low < high {
            let middle = low + (high - low) / 2
            if history.successes[order[middle]].finish <= instant { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let last = order[low - 1]
        guard case .seconds(let elapsed) = Elapsed(from: history.successes[last].finish, to: instant),
            Int64(elapsed) <= limit
        else { return nil }
        return Int32(history.bringer(of: last))
    }
}
