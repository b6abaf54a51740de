/// Gathers one project's samples in plain columns before they become a partial.
struct Sampler {
    private let clampsToZero: Bool
    private let days: [CalendarDay]?
    private var columns = SamplePartial.Columns()
    private var exclusions = KeyedIDs<ExclusionReason>()
    private var marks = KeyedIDs<EvidenceMark>()

    init(_ definition: MetricDefinition, period: ReportPeriod) {
        clampsToZero = definition.inclusion.backwards == .zero
        days = definition.statistic == .medianOfDailyMedians ? period.days : nil
    }

    /// Adds the span, or notes why it does not count.
    mutating func add(_ id: Int64, from start: Instant, to end: Instant, mark: EvidenceMark? = nil) {
        switch Elapsed(from: start, to: end) {
        case .seconds(let seconds): append(id, seconds, end)
        case .backwards where clampsToZero:
            append(id, 0, end)
            marks.append(id, .clampedToZero)
        case .backwards: return exclude(id, .backwards)
        case .implausible: return exclude(id, .implausible)
        }
        if let mark { marks.append(id, mark) }
    }

    /// Adds a duration that GitLab itself states.
    mutating func add(_ id: Int64, lasting seconds: Int?, until end: Instant) {
        guard let seconds else { return exclude(id, .noDuration) }
        guard seconds >= 0 else { return exclude(id, .backwards) }
        guard let seconds = UInt32(exactly: seconds) else { return exclude(id, .implausible) }
        append(id, seconds, end)
    }

    mutating func exclude(_ id: Int64, _ reason: ExclusionReason) {
        exclusions.append(id, reason)
    }

    private mutating func append(_ id: Int64, _ seconds: UInt32, _ end: Instant) {
        columns.ids.append(id)
        columns.seconds.append(seconds)
        if let days { columns.days.append(days.number(of: end) ?? 0) }
    }

    func partial(in space: References.Space) -> SamplePartial {
        var partial = SamplePartial()
        partial.append(columns, in: space)
        partial.ledger.exclude(exclusions, in: space)
        partial.ledger.mark(marks, in: space)
        return partial
    }
}
