/// Time people spent reviewing, estimated from when they acted (Documentation/Metrics/ReviewEffort.md).
///
/// GitLab does not tell how long anybody looked at a change. Acts of one person that follow each other within
/// `longestPause` make a sitting, which lasts from its first act to its last, and `leadIn` before it.
public struct ReviewEffort: Metric {
    public static var id: MetricID { .reviewEffort }
    public var definition: MetricDefinition
    /// In seconds; 30 minutes by default.
    public var longestPause: Int64 = 30 * 60
    /// What is taken for reading before the first act of a sitting, in seconds; 5 minutes by default.
    public var leadIn: Int64 = 5 * 60
    public var kinds: [RecordKind] { [.mergeRequest, .note] }

    public init(_ definition: MetricDefinition = standard) { self.definition = definition }

    public static let standard = MetricDefinition(
        subject: "estimated sittings of review, each from its first act to its last", statistic: .sum)

    /// Each act of review with its actor as stratum: sittings reach across projects.
    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        var sampler = Sampler(definition, facts, keepsStrata: true)
        for timeline in facts.mergeRequests {
            let isLeftOut = definition.inclusion.bots == .leftOut && timeline.traits.contains(.byBot)
            for review in facts.reviews(of: timeline) where review.note != 0 && period.contains(review.at) {
                if isLeftOut {
                    sampler.exclude(review.note, .bot, at: review.at)
                } else {
                    sampler.add(
                        review.note, 0, at: review.at,
                        stratum: facts.stratum(of: .account(facts.account(review.actorID))))
                }
            }
        }
        return sampler.partial(in: facts.space(.note))
    }

    public func value(of partial: SamplePartial, coverage: Coverage, in period: ReportPeriod) -> MetricValue {
        var seconds: Int64 = 0
        for acts in partial.instantsByStratum.values { seconds += length(ofSittings: acts.sorted()) }
        let isKnown = partial.count > 0 || coverage.absence == nil
        return MetricValue(
            metric: id, definition: definition, period: period, unit: .seconds,
            number: isKnown ? Double(seconds) : nil,
            evidence: Evidence(references: partial.references, ledger: partial.ledger), coverage: coverage)
    }

    private func length(ofSittings acts: [Int64]) -> Int64 {
        var sum: Int64 = 0
        var last: Int64?
        for act in acts {
            if let last, case .seconds(let pause) = Elapsed(from: last, to: act), Int64(pause) <= longestPause
            {
                sum += Int64(pause)
            } else {
                sum += leadIn
            }
            last = act
        }
        return sum
    }
}

extension Elapsed {
    fileprivate init(from start: Int64, to end: Int64) {
        self.init(from: Instant(secondsSince1970: start), to: Instant(secondsSince1970: end))
    }
}
