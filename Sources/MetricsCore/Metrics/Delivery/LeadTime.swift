/// From merge to production, for merge requests deployed in the period (Documentation/Metrics/LeadTime.md).
public struct LeadTime: MergeRequestDurationMetric {
    public static var id: MetricID { .leadTime }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment, .mergeRequest] }

    /// By environment it needs the deployments.
    public var isPerMergeRequest: Bool { definition.inclusion.environments == .first }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "merge requests that reached production in the period", start: .merged, end: .deployed,
        statistic: .median)

    /// From the first authored commit, as the DORA reports mean it.
    public static let fromFirstCommit = MetricDefinition(
        subject: "merge requests that reached production in the period", start: .firstCommit, end: .deployed,
        statistic: .median)

    /// As GitLab computes it: per environment, first deployments and bots included, by day first.
    public static let gitLab = MetricDefinition(
        subject: "merge requests linked to production deployments of the period", start: .merged,
        end: .deployed, statistic: .medianOfDailyMedians, inclusion: .gitLab, preset: .gitLab)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        definition.inclusion.environments == .each
            ? linkSpans(of: facts, in: period) : mergeRequestSpans(of: facts, in: period)
    }

    /// One sample per merge request and production environment.
    private func linkSpans(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        let range = period.range
        var sampler = Sampler(definition, facts)
        for link in facts.links {
            let deployment = facts.deployments.successes[Int(link.deployment)]
            guard range.contains(deployment.finish) else { continue }
            let timeline = facts.mergeRequests[Int(link.mergeRequest)]
            if definition.inclusion.bots == .leftOut, timeline.traits.contains(.byBot) {
                sampler.exclude(timeline.id, .bot, at: deployment.finish)
            } else if definition.inclusion.firstDeployments == .leftOut, deployment.isFirst {
                sampler.exclude(timeline.id, .firstDeployment, at: deployment.finish)
            } else if let start = definition.start.flatMap(timeline.instant) {
                sampler.add(
                    timeline.id, from: start, to: deployment.finish, of: timeline.author,
                    stratum: facts.environmentID(of: deployment), mark: link.basis.mark)
            } else {
                sampler.exclude(timeline.id, .missingInstant, at: deployment.finish)
            }
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}

extension ProjectFacts {
    /// GitLab's id of the environment it went to; below 0 while only the environment's name is known.
    fileprivate func environmentID(of deployment: ProductionDeployment) -> Int64 {
        records.deployments.rows[Int(deployment.row)].origin?.value.environment.id
            ?? -1 - Int64(deployment.environment)
    }
}
