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
        let skipsDrafts = start == .ready
        var sampler = Sampler(definition, facts)
        var records = DatedColumns()
        let timelines = facts.mergeRequests
        let values = [UInt32](capacity: timelines.count) { values in
            records = DatedColumns(capacity: timelines.count) { ids, instants in
                for position in timelines.indices {
                    guard let ended = timelines[position].instant(of: end) else {
                        sampler.exclude(timelines[position], missing: end, in: range)
                        continue
                    }
                    guard range.contains(ended) else { continue }
                    let id = timelines[position].id
                    var measured: UInt32?
                    if !includesBots, timelines[position].traits.contains(.byBot) {
                        sampler.exclude(id, .bot, at: ended)
                    } else if skipsDrafts, timelines[position].isWhileDraft(end) {
                        measured = sampler.measure(id, from: ended, to: ended, mark: .whileDraft)
                    } else if let started = timelines[position].instant(of: start) {
                        measured = sampler.measure(
                            id, from: started, to: ended, of: timelines[position].author,
                            mark: end == .deployed ? timelines[position].deployedBasis?.mark : nil)
                    } else {
                        let isDraft = skipsDrafts && timelines[position].traits.contains(.draft)
                        sampler.exclude(id, isDraft ? .draft : .missingInstant, at: ended)
                    }
                    guard let measured else { continue }
                    ids.append(id)
                    instants.append(ended.secondsSince1970)
                    values.append(measured)
                }
            }
        }
        sampler.add(records, values)
        return sampler.partial(in: facts.space(.mergeRequest))
    }
}

extension Sampler {
    /// Notes that the merge request lacks a moment it should have.
    fileprivate mutating func exclude(
        _ timeline: MergeRequestTimeline, missing moment: Moment, in range: Range<Instant>
    ) {
        guard let reason = timeline.reason(forMissing: moment), range.contains(timeline.latest) else {
            return
        }
        let isLeftOut = inclusion.bots == .leftOut && timeline.traits.contains(.byBot)
        exclude(timeline.id, isLeftOut ? .bot : reason, at: timeline.latest)
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
