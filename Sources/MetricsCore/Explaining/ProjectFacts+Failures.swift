extension ProjectFacts {
    /// What evidence calls that deployment.
    func reference(of deployment: ProductionDeployment) -> RecordReference {
        .deployment(DeploymentKey(project.instance, deployment.id))
    }

    /// The deployments that incident is held against, by their ids.
    func failures(of incident: Int?) -> [FailureAttribution] {
        guard let incident else { return [] }
        return failures.filter { $0.incident.map(Int.init) == incident }.sorted {
            deployments.successes[Int($0.deployment)].id < deployments.successes[Int($1.deployment)].id
        }
    }

    /// What is held against the success at that position, and when it was over.
    func failureSteps(of position: Int32) -> [Explanation.Step] {
        let deployment = deployments.successes[Int(position)]
        return failures.filter { $0.deployment == position }.sorted {
            ($0.basis.rawValue, $0.incident ?? -1) < ($1.basis.rawValue, $1.incident ?? -1)
        }.flatMap { steps(of: $0, against: deployment) }
    }

    private func steps(
        of failure: FailureAttribution, against deployment: ProductionDeployment
    ) -> [Explanation.Step] {
        guard let incident = failure.incident.map({ incidents[Int($0)] }) else {
            let what = "\(name(of: deployment)) \(failure.basis == .rollback ? "rolled back" : "reverted")"
            return [
                .init(
                    failure.resolved ?? deployment.finish, what, from: reference(of: deployment),
                    failure: failure.basis)
            ]
        }
        let issue = records.issues.rows[Int(incident.row)]
        let opened = Explanation.Step(
            incident.opened, "incident \(name(of: incident)) held against \(name(of: deployment))",
            by: username(of: issue.author?.value ?? nil), from: issue.reference, failure: failure.basis)
        guard let closed = incident.closed else { return [opened] }
        let by = username(of: issue.closedBy?.value ?? nil)
        return [
            opened, .init(closed, "incident \(name(of: incident)) closed", by: by, from: issue.reference),
        ]
    }
}
