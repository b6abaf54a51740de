/// What happened to one issue, and what an incident is held against.
struct IssueTrail {
    let title: String
    private(set) var steps: [Explanation.Step] = []

    /// `nil` for an issue that is not known, or that GitLab no longer shows.
    init?(of id: Int64, in facts: ProjectFacts) {
        guard let record = facts.records.issues[IssueKey(facts.project.instance, id)], !record.isGone,
            let summary = record.summary?.value
        else { return nil }
        title = "\(record.isIncident ? "Incident" : "Issue") #\(summary.iid) \(summary.title)"
        let incident = facts.incidents.firstIndex { $0.id == id }
        let isUnattributed = facts.unattributedIncidents.contains { Int($0) == incident }
        for failure in facts.failures(of: incident) {
            let deployment = facts.deployments.successes[Int(failure.deployment)]
            steps.append(
                .init(
                    deployment.finish,
                    "\(facts.name(of: deployment)) to \(facts.environment(of: deployment)), held to have caused it",
                    from: facts.reference(of: deployment), failure: failure.basis))
        }
        steps.append(
            .init(
                summary.createdAt, "opened", by: facts.username(of: record.author?.value ?? nil),
                from: record.reference, leftOut: isUnattributed ? .unattributed : nil))
        if summary.state == .closed, let closed = record.closedAt?.value {
            steps.append(
                .init(
                    closed, "closed", by: facts.username(of: record.closedBy?.value ?? nil),
                    from: record.reference))
        }
    }
}
