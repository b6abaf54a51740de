extension ProjectFacts {
    /// The merge request with that number in the project, as in `!42`; `nil` if none is known, or GitLab no longer shows
    /// it. O(merge requests).
    public func mergeRequest(iid: Int64) -> MergeRequestTimeline? {
        mergeRequests.first { record(of: $0).summary?.value.iid == iid }
    }

    /// What evidence calls that merge request.
    public func reference(of mergeRequest: MergeRequestTimeline) -> RecordReference {
        .mergeRequest(MergeRequestKey(project.instance, mergeRequest.id))
    }

    /// What happened to a merge request, deployment, issue or incident, and how it counts in each metric over the period.
    /// To explain several, make one `Explainer`.
    ///
    /// - Returns: `nil` for a record of another kind or project, and for one that GitLab no longer shows.
    public func explanation(
        of reference: RecordReference, metrics: [any Metric] = MetricCatalogue.all, in period: ReportPeriod
    ) -> Explanation? {
        Explainer(self, metrics: metrics, in: period).explain(reference)
    }

    /// The facts in which no other record of that kind counts, so that a metric over them tells what this one adds.
    func narrowed(to reference: RecordReference) -> ProjectFacts {
        guard let id = Int64(reference.id) else { return self }
        var records = records
        switch reference.kind {
        case .mergeRequest:
            let key = MergeRequestKey(reference.instance, id)
            records.mergeRequests = RecordTable([records.mergeRequests[key]].compactMap { $0 })
            records.notes = records.notes.filter { $0.subject == reference }
            records.provisionalEvents = records.provisionalEvents.filter { $0.mergeRequest == key }
        case .issue:
            let key = IssueKey(reference.instance, id)
            records.issues = RecordTable([records.issues[key]].compactMap { $0 })
        case .deployment:
            // What a deployment stands among decides what it carries and whether it failed: only failures are cut.
            var alone = self
            alone.failures = failures.filter { deployments.successes[Int($0.deployment)].id == id }
            return alone
        default: return self
        }
        return ProjectFacts(of: project, records, rules: rules)
    }

    /// What somebody is called now; `nil` for nobody.
    func username(of account: Account?) -> String? {
        guard let account else { return nil }
        let name = records.users[UserKey(project, account.id)]?.username?.value ?? account.username
        return name.isEmpty ? nil : name
    }

    /// `!42`, or GitLab's id while the number is not known.
    func name(of mergeRequest: MergeRequestTimeline) -> String {
        record(of: mergeRequest).summary.map { "!\($0.value.iid)" } ?? "merge request \(mergeRequest.id)"
    }

    /// `#42`, or GitLab's id while the number is not known.
    func name(of incident: Incident) -> String {
        records.issues.rows[Int(incident.row)].summary.map { "#\($0.value.iid)" } ?? "incident \(incident.id)"
    }

    /// By GitLab's id, as evidence has it.
    func name(of deployment: ProductionDeployment) -> String { "deployment \(deployment.id)" }

    /// The name of the production environment it went to.
    func environment(of deployment: ProductionDeployment) -> String {
        deployments.environments[Int(deployment.environment)]
    }
}
