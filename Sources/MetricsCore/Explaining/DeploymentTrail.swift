/// What happened to one deployment: what it carried, how it ended, and what is held against it.
struct DeploymentTrail {
    let title: String
    private(set) var steps: [Explanation.Step] = []
    private let facts: ProjectFacts
    private let record: DeploymentRecord

    /// `nil` for a deployment that is not known.
    init?(of id: Int64, in facts: ProjectFacts) {
        guard let record = facts.records.deployments[DeploymentKey(facts.project.instance, id)] else {
            return nil
        }
        self.facts = facts
        self.record = record
        let environment =
            record.origin.flatMap { facts.records.environments[$0.value.environment]?.name?.value }
            ?? record.environmentName?.value
        title = "Deployment \(id)" + (environment.map { " to \($0)" } ?? "")
        let history = facts.deployments
        addStart(leftOut: history.undated.contains(id) ? .missingInstant : nil)
        if let position = history.successes.firstIndex(where: { $0.id == id }) {
            addSuccess(position)
            addCarried(position)
            steps += facts.failureSteps(of: Int32(position))
        } else {
            addOtherEnd()
        }
    }

    private mutating func addStart(leftOut: ExclusionReason?) {
        guard let created = record.origin?.value.createdAt else { return }
        steps.append(
            .init(
                created, "started", by: facts.username(of: record.triggeredBy?.value ?? nil),
                from: record.reference, leftOut: leftOut))
    }

    private mutating func addSuccess(_ position: Int) {
        let history = facts.deployments
        let success = history.successes[position]
        var what = "succeeded"
        if success.isFirst { what += ", the first known of its environment" }
        if success.isRepeat {
            what += ", with the commit of \(facts.name(of: history.successes[history.bringer(of: position)]))"
        }
        if let before = history.predecessor(of: position), let failure = failure(of: before, by: success) {
            let verb = failure.basis == .rollback ? "rolling back" : "reverting"
            what += ", \(verb) \(facts.name(of: history.successes[before]))"
        }
        steps.append(.init(success.finish, what, from: record.reference))
    }

    /// The failure of that deployment which this one tells of by taking it back.
    private func failure(of position: Int, by success: ProductionDeployment) -> FailureAttribution? {
        facts.failures.first {
            Int($0.deployment) == position && $0.incident == nil && $0.resolved == success.finish
        }
    }

    private mutating func addCarried(_ position: Int) {
        let success = facts.deployments.successes[position]
        let links = facts.links.filter { Int($0.deployment) == position }.sorted {
            facts.mergeRequests[Int($0.mergeRequest)].id < facts.mergeRequests[Int($1.mergeRequest)].id
        }
        for link in links {
            let mergeRequest = facts.mergeRequests[Int(link.mergeRequest)]
            let isBackwards = mergeRequest.merged.map { success.finish < $0 } ?? false
            let reason: ExclusionReason? =
                mergeRequest.traits.contains(.byBot)
                ? .bot : success.isFirst ? .firstDeployment : isBackwards ? .backwards : nil
            steps.append(
                .init(
                    mergeRequest.merged ?? success.finish,
                    "carries \(facts.name(of: mergeRequest)), merged",
                    by: facts.username(of: facts.record(of: mergeRequest).merge?.value.by),
                    from: facts.reference(of: mergeRequest), leftOut: reason, link: link.basis))
        }
    }

    /// How one ended that is no success of a production environment.
    private mutating func addOtherEnd() {
        guard let status = record.status?.value, status.isTerminal,
            let at = record.finish?.value ?? record.origin?.value.createdAt
        else { return }
        let history = facts.deployments
        let reason: ExclusionReason? =
            if history.undated.contains(record.id.id) {
                nil
            } else if history.unplaced.contains(where: { $0.id == record.id.id }) {
                .unknownEnvironment
            } else if history.others.contains(where: { $0.id == record.id.id }) {
                status == .canceled ? .canceled : status == .skipped ? .skipped : .failed
            } else {
                .notProduction
            }
        let what = status == .success ? "succeeded" : status.rawValue
        steps.append(.init(at, what, from: record.reference, leftOut: reason))
    }
}
