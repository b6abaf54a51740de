/// The share of production deployments that failed afterwards (Documentation/Metrics/ChangeFailureRate.md).
public struct ChangeFailureRate: Metric {
    public static var id: MetricID { .changeFailureRate }
    public var definition: MetricDefinition
    public var kinds: [RecordKind] { [.deployment, .environment, .issue] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "production deployments that a failure is attributed to", statistic: .share)

    /// Incidents created ÷ deployments, which can exceed 1.
    public static let gitLab = MetricDefinition(
        subject: "incidents created, per production deployment", statistic: .share, inclusion: .gitLab,
        preset: .gitLab)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> TallyPartial {
        var partial = TallyPartial.ofDeployments(facts, in: period, definition)
        if definition.inclusion.failures == .incidents {
            var opened = DatedColumns()
            for incident in facts.incidents where period.contains(incident.opened) {
                opened.append(incident.id, at: incident.opened)
            }
            partial.hits.append(opened, in: facts.space(.issue))
        } else {
            partial.countFailures(of: facts, in: period, definition.attribution)
        }
        return partial
    }

    public func value(of partial: TallyPartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        value(
            partial.hits.count, of: partial.base.count, coverage: coverage, in: period,
            Evidence(
                references: partial.base.references, hits: partial.hits.references, ledger: partial.ledger))
    }

    public func value(
        of figures: MetricFigures, evidence: Evidence, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue? {
        value(figures.hits, of: figures.count, coverage: coverage, in: period, evidence)
    }

    public func points(of partial: TallyPartial, coverage: Coverage, in index: BucketIndex) -> [SeriesPoint] {
        let bases = partial.base.counts(in: index)
        let hits = partial.hits.counts(in: index)
        return index.buckets.indices.map { position in
            let fraction = rate(
                hits[position], of: bases[position], coverage.within(index.buckets[position]))
            return SeriesPoint(
                number: fraction?.quotient, sampleSize: bases[position], hitCount: hits[position])
        }
    }

    private func value(
        _ failures: Int, of deployments: Int, coverage: Coverage, in period: ReportPeriod,
        _ evidence: Evidence
    ) -> MetricValue {
        let fraction = rate(failures, of: deployments, coverage)
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .share, number: fraction?.quotient,
            fraction: fraction, evidence: evidence, coverage: coverage)
    }

    /// `nil` without deployments; incidents are counted even then, where they were read.
    private func rate(_ failures: Int, of deployments: Int, _ coverage: @autoclosure () -> Coverage)
        -> Fraction?
    {
        let countsIncidents = definition.inclusion.failures == .incidents
        let isKnown = deployments > 0 || countsIncidents && (failures > 0 || coverage().absence == nil)
        guard isKnown else { return nil }
        return Fraction(Double(failures), Double(countsIncidents ? max(deployments, 1) : deployments))
    }
}

extension TallyPartial {
    /// Counts the period's deployments with a failure once each, by the surest ground.
    fileprivate mutating func countFailures(
        of facts: ProjectFacts, in period: ReportPeriod, _ attribution: Set<FailureAttribution.Basis>
    ) {
        var grounds: [Int32: FailureAttribution.Basis] = [:]
        for failure in facts.failures where attribution.contains(failure.basis) {
            let finish = facts.deployments.successes[Int(failure.deployment)].finish
            guard period.contains(finish) else { continue }
            if let known = grounds[failure.deployment], known.rawValue <= failure.basis.rawValue { continue }
            grounds[failure.deployment] = failure.basis
        }
        var failed = DatedColumns()
        var marks = KeyedColumns<EvidenceMark>()
        for (position, basis) in grounds {
            let deployment = facts.deployments.successes[Int(position)]
            failed.append(deployment.id, at: deployment.finish)
            marks.append(deployment.id, basis.mark, at: deployment.finish)
        }
        hits.append(failed, in: facts.space(.deployment))
        ledger.mark(marks, in: facts.space(.deployment))
        var unattributed = DatedColumns()
        for position in facts.unattributedIncidents {
            let incident = facts.incidents[Int(position)]
            if period.contains(incident.opened) { unattributed.append(incident.id, at: incident.opened) }
        }
        ledger.exclude(unattributed, .unattributed, in: facts.space(.issue))
    }
}
