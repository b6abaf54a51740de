/// A metric of one span per merge request, between any two moments of its life.
protocol MergeRequestDurationMetric: DistributionMetric {}

extension MergeRequestDurationMetric {
    public var isPerMergeRequest: Bool { true }

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        mergeRequestSpans(of: facts, in: period)
    }

    /// One sample per merge request whose end lies in the period.
    func mergeRequestSpans(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        guard let start = definition.start, let end = definition.end else { return SamplePartial() }
        let range = period.range
        let includesBots = definition.inclusion.bots == .included
        var sampler = Sampler(definition, facts)
        for timeline in facts.mergeRequests {
            guard let ended = timeline.instant(of: end) else {
                guard let reason = timeline.reason(forMissing: end), range.contains(timeline.latest) else {
                    continue
                }
                let isLeftOut = !includesBots && timeline.traits.contains(.byBot)
                sampler.exclude(timeline.id, isLeftOut ? .bot : reason, at: timeline.latest)
                continue
            }
            guard range.contains(ended) else { continue }
            if !includesBots, timeline.traits.contains(.byBot) {
                sampler.exclude(timeline.id, .bot, at: ended)
            } else if start == .ready, timeline.isWhileDraft(end) {
                sampler.add(timeline.id, from: ended, to: ended, mark: .whileDraft)
            } else if let started = timeline.instant(of: start) {
                let basis = end == .deployed ? timeline.deployedBasis : nil
                sampler.add(
                    timeline.id, from: started, to: ended, of: timeline.author, mark: basis?.mark)
            } else {
                let isDraft = start == .ready && timeline.traits.contains(.draft)
                sampler.exclude(timeline.id, isDraft ? .draft : .missingInstant, at: ended)
            }
        }
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}

extension MergeRequestTimeline {
    /// The last thing known of it: what tells in which period something that did not happen is missed.
    var latest: Instant { merged ?? closed ?? created }

    /// Why a merge request lacks that moment; `nil` if it is none that should have it.
    func reason(forMissing moment: Moment) -> ExclusionReason? {
        let isDone = merged != nil || closed != nil
        switch moment {
        case .deployed:
            guard merged != nil else { return nil }
            return traits.contains(.firstDeploymentOnly) ? .firstDeployment : .notDeployedYet
        case .firstReview, .approved, .fullyApproved:
            guard isDone else { return traits.contains(.draft) ? .draft : .pending }
            if moment == .firstReview { return .noReview }
            return traits.contains(.undatedApproval) ? .missingInstant : .noApproval
        case .ready: return traits.contains(.draft) ? .draft : .missingInstant
        case .closed: return nil
        case .merged:
            if closed != nil { return .closedUnmerged }
            return traits.contains(.open) ? (traits.contains(.draft) ? .draft : .pending) : .missingInstant
        default: return .missingInstant
        }
    }
}
