/// From the first activity on a ticket to its delivery (Documentation/Tickets.md).
///
/// Over merged `TicketTimelines` a ticket counts once, whatever projects it was worked on in. As a metric over projects
/// one by one, it counts in each of them.
public struct TicketLeadTime: DistributionMetric {
    public static var id: MetricID { .ticketLeadTime }
    public var definition: MetricDefinition
    public var linker: TicketLinker

    public var kinds: [RecordKind] {
        [.mergeRequest, .commit] + (definition.end == .deployed ? [.deployment] : [])
    }

    public init(_ definition: MetricDefinition = standard, linker: TicketLinker = TicketLinker()) {
        self.definition = definition
        self.linker = linker
    }

    public static let standard = MetricDefinition(
        subject: "tickets deployed to production in the period", start: .workStarted, end: .deployed,
        statistic: .median)

    /// To the last merge instead of production.
    public static let toMerge = MetricDefinition(
        subject: "tickets merged in the period", start: .workStarted, end: .merged, statistic: .median)

    public func partial(of facts: ProjectFacts, in period: ReportPeriod) -> SamplePartial {
        partial(of: linker.timelines(of: facts), in: period)
    }

    /// The value over tickets of several projects.
    ///
    /// - Parameter coverage: of the projects, see `ProjectFacts.coverage(of:in:)`.
    public func value(
        of timelines: TicketTimelines, coverage: Coverage, in period: ReportPeriod
    ) -> MetricValue {
        value(of: partial(of: timelines, in: period), coverage: coverage, in: period)
    }

    /// What the tickets contribute, each by its last merge request. Merge requests that texts name are no tickets here.
    public func partial(of timelines: TicketTimelines, in period: ReportPeriod) -> SamplePartial {
        var partial = SamplePartial()
        var clock = SampleClock(definition.calendar, roster: .empty, instance: "")
        for timeline in timelines where timeline.ticket.tracker != .gitLabMergeRequest {
            guard let last = timeline.lastMergeRequest, let id = Int64(last.record.id) else { continue }
            let space = References.Space(kind: .mergeRequest, instance: last.record.instance)
            func exclude(_ reason: ExclusionReason, at instant: Instant) {
                guard period.contains(instant) else { return }
                var records = DatedColumns()
                records.append(id, at: instant)
                partial.ledger.exclude(records, reason, in: space)
            }
            guard let end = definition.end.flatMap(timeline.instant(of:)) else {
                exclude(timeline.merged == nil ? .pending : .notDeployedYet, at: last.merged ?? last.began)
                continue
            }
            guard let start = definition.start.flatMap(timeline.instant(of:)) else {
                exclude(.missingInstant, at: end)
                continue
            }
            switch Elapsed(from: start, to: end) {
            case .backwards: exclude(.backwards, at: end)
            case .implausible: exclude(.implausible, at: end)
            case .seconds(let seconds):
                guard period.contains(end) else { continue }
                var columns = SamplePartial.Columns()
                columns.records.append(id, at: end)
                columns.values.append(clock?.seconds(from: start, to: end, of: 0) ?? seconds)
                partial.append(columns, in: space)
            }
        }
        return partial
    }
}

extension TicketTimeline {
    /// The one merged last; while one is open or none was merged, the one created last.
    fileprivate var lastMergeRequest: TicketActivity? {
        mergeRequests.max { lhs, rhs in
            let ends =
                isInProgress ? (lhs.began, rhs.began) : (lhs.merged ?? lhs.began, rhs.merged ?? rhs.began)
            return ends.0 == ends.1 ? lhs.record < rhs.record : ends.0 < ends.1
        }
    }
}
