/// What all metrics read of one project, derived once from its records.
///
/// Only what GitLab still shows counts. Deriving is O(n log n) in the project's records.
public struct ProjectFacts: Sendable {
    public let project: ProjectKey
    public let records: ProjectRecords
    public let rules: FactRules
    let bots: Bots
    /// Of all live merge requests.
    public let mergeRequests: [MergeRequestTimeline]
    /// What happened to merge requests, grouped by merge request.
    let events: [TimelineEvent]
    public let deployments: DeploymentHistory
    /// At most one for each merge request and production environment, by environment and merge request.
    public let links: [DeploymentLink]
    /// By opening.
    public let incidents: [Incident]
    public internal(set) var failures: [FailureAttribution]
    /// Ids of merge requests that a merged one took back.
    public let revertedMergeRequests: Set<Int64>
    /// Positions of incidents that no deployment can be held to have caused.
    public let unattributedIncidents: [Int32]

    public init(of project: ProjectKey, _ records: ProjectRecords, rules: FactRules = .standard) {
        self.init(
            of: project, records, rules: rules, bots: Bots(of: records, in: project.instance, rules: rules))
    }

    /// - Parameter complete: adds to a timeline what the records do not tell.
    init(
        of project: ProjectKey, _ records: ProjectRecords, rules: FactRules, bots: Bots,
        complete: (inout MergeRequestTimeline) -> Void = { _ in }
    ) {
        self.project = project
        self.records = records
        self.rules = rules
        self.bots = bots
        var timelines = MergeRequestTimelines(of: records, bots: bots)
        deployments = DeploymentHistory(of: records, rule: rules.production)
        links =
            DeploymentLinks(
                of: records, timelines: timelines, history: deployments, scopes: rules.scopes
            ).links
        timelines.setDeployed(links, history: deployments)
        timelines.updateAll(complete)
        incidents = Incident.all(of: records)
        let attributions = FailureAttributions(
            of: incidents, records: records, timelines: timelines.timelines, history: deployments,
            links: links,
            limit: rules.attributionLimit)
        failures = attributions.attributions
        unattributedIncidents = attributions.unattributed
        revertedMergeRequests = RevertTargets.reverted(in: records, timelines: timelines.timelines)
        mergeRequests = timelines.timelines
        events = timelines.events
    }

    /// What happened to that merge request, in order of time.
    public func events(of mergeRequest: MergeRequestTimeline) -> ArraySlice<TimelineEvent> {
        events[Int(mergeRequest.events.lowerBound)..<Int(mergeRequest.events.upperBound)]
    }

    /// What is known of those kinds of record in the period.
    public func coverage(of kinds: [RecordKind], in period: ReportPeriod) -> Coverage {
        Coverage(of: kinds, in: records, project: project, period: period)
    }

    /// What is known of all that the metric reads.
    func coverage(of metric: some Metric, in period: ReportPeriod) -> Coverage {
        Coverage(
            of: metric.kinds, requiring: metric.requiredFacts, in: records, project: project, period: period)
    }

    func space(_ kind: RecordKind) -> References.Space {
        References.Space(kind: kind, instance: project.instance)
    }
}

extension MergeRequestTimelines {
    /// Notes the earliest deployment of each merge request, those that were the first of their environment aside; of two
    /// at the same second the one that is surer.
    mutating func setDeployed(_ links: [DeploymentLink], history: DeploymentHistory) {
        for link in links {
            let deployment = history.successes[Int(link.deployment)]
            update(Int(link.mergeRequest)) { timeline in
                if !deployment.isFirst {
                    timeline.traits.remove(.firstDeploymentOnly)
                    if let known = timeline.deployed, let basis = timeline.deployedBasis,
                        (known, basis.rawValue) <= (deployment.finish, link.basis.rawValue)
                    {
                        return
                    }
                    timeline.moments.deployed = deployment.finish
                    timeline.deployedBasis = link.basis
                } else if timeline.deployed == nil {
                    timeline.traits.insert(.firstDeploymentOnly)
                }
            }
        }
    }
}
