/// How long incidents closed in the period were open (Documentation/Metrics/TimeToRestoreService.md).
public struct TimeToRestoreService: DistributionMetric {
    public static var id: MetricID { .timeToRestoreService }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] {
        definition.start == .failedDeployment ? [.deployment, .environment, .issue] : [.issue]
    }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "incidents closed in the period", start: .incidentOpened, end: .incidentClosed,
        statistic: .median)

    /// From the finish of the failed deployment to its resolution: the incident's closing, the rollback or the
    /// revert. The 2023 DORA report's failed deployment recovery time.
    public static let failedDeploymentRecovery = MetricDefinition(
        subject: "production failures resolved in the period", start: .failedDeployment, end: .incidentClosed,
        statistic: .median)

    public static let gitLab = MetricDefinition(
        subject: "incidents closed in the period", start: .incidentOpened, end: .incidentClosed,
        statistic: .medianOfDailyMedians, inclusion: .gitLab, preset: .gitLab)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts)
        if definition.start == .failedDeployment {
            addRecoveries(of: facts, in: period, to: &sampler)
            return sampler.partial(in: facts.space(.deployment))
        }
        for incident in facts.incidents {
            if let closed = incident.closed {
                guard period.contains(closed) else { continue }
                sampler.add(incident.id, from: incident.opened, to: closed, stratum: facts.project.id)
            } else if period.contains(incident.opened) {
                sampler.exclude(incident.id, .pending, at: incident.opened)
            }
        }
        return sampler.partial(in: facts.space(.issue))
    }

    /// A deployment is recovered when the last thing held against it is resolved.
    private func addRecoveries(of facts: ProjectFacts, in period: ReportPeriod, to sampler: inout Sampler) {
        var resolutions: [Int32: Instant?] = [:]
        for failure in facts.failures where definition.attribution.contains(failure.basis) {
            guard let known = resolutions[failure.deployment] else {
                resolutions[failure.deployment] = .some(failure.resolved)
                continue
            }
            let later = failure.resolved.flatMap { resolved in known.map { max($0, resolved) } }
            resolutions[failure.deployment] = .some(later)
        }
        for (position, resolved) in resolutions {
            let deployment = facts.deployments.successes[Int(position)]
            if let resolved {
                guard period.contains(resolved) else { continue }
                sampler.add(
                    deployment.id, from: deployment.finish, to: resolved, stratum: facts.project.id)
            } else if period.contains(deployment.finish) {
                sampler.exclude(deployment.id, .pending, at: deployment.finish)
            }
        }
    }
}
