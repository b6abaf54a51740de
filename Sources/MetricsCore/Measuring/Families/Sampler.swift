/// Gathers one project's samples in plain columns before they become a partial.
struct Sampler: Gatherer {
    let inclusion: Inclusion
    private let keepsStrata: Bool
    private var clock: SampleClock?
    private let isClocked: Bool
    private var columns = SamplePartial.Columns()
    private var exclusions = KeyedColumns<ExclusionReason>()
    private var marks = KeyedColumns<EvidenceMark>()

    /// - Parameters:
    ///   - facts: where the samples come from: whose calendars count.
    ///   - keepsStrata: whether strata matter; they do for medians by day.
    init(_ definition: MetricDefinition, _ facts: borrowing ProjectFacts, keepsStrata: Bool = false) {
        inclusion = definition.inclusion
        clock = SampleClock(definition.calendar, roster: facts.rules.roster, instance: facts.project.instance)
        isClocked = clock != nil
        self.keepsStrata = keepsStrata || definition.statistic == .medianOfDailyMedians
    }

    /// Adds the span, counted when it ends, or notes why it does not count.
    ///
    /// - Parameters:
    ///   - owner: the id of whose calendar counts where time is measured by people's own.
    ///   - stratum: what a median by day is taken in: the environment, the project.
    mutating func add(
        _ id: Int64, from start: Instant, to end: Instant, of owner: Int64 = 0, stratum: Int64 = 0,
        mark: EvidenceMark? = nil
    ) {
        guard let seconds = measure(id, from: start, to: end, of: owner, mark: mark) else { return }
        add(id, seconds, at: end, stratum: stratum)
    }

    /// How long the span is; `nil` where it does not count, which is noted.
    @inline(__always)
    mutating func measure(
        _ id: Int64, from start: Instant, to end: Instant, of owner: Int64 = 0, mark: EvidenceMark? = nil
    ) -> UInt32? {
        let measured: UInt32
        switch Elapsed(from: start, to: end) {
        case .seconds(let seconds):
            measured = isClocked ? clocked(seconds, from: start, to: end, of: owner) : seconds
        case .backwards where inclusion.backwards == .zero:
            measured = 0
            marks.append(id, .clampedToZero, at: end)
        case .backwards:
            exclude(id, .backwards, at: end)
            return nil
        case .implausible:
            exclude(id, .implausible, at: end)
            return nil
        }
        if let mark { marks.append(id, mark, at: end) }
        return measured
    }

    private mutating func clocked(
        _ seconds: UInt32, from start: Instant, to end: Instant, of owner: Int64
    ) -> UInt32 {
        clock?.seconds(from: start, to: end, of: owner) ?? seconds
    }

    /// Adds rows that were gathered beside it.
    mutating func add(_ records: DatedColumns, _ values: [UInt32]) {
        let strata = keepsStrata ? Array(repeating: Int64(0), count: values.count) : []
        columns.append(SamplePartial.Columns(records: records, values: values.fitted, strata: strata))
    }

    /// Adds a duration that GitLab itself states.
    mutating func add(_ id: Int64, lasting seconds: Int?, until end: Instant) {
        guard let seconds else { return exclude(id, .noDuration, at: end) }
        guard seconds >= 0 else { return exclude(id, .backwards, at: end) }
        guard let seconds = UInt32(exactly: seconds) else { return exclude(id, .implausible, at: end) }
        add(id, seconds, at: end)
    }

    /// Adds an amount as it is.
    mutating func add(_ id: Int64, _ value: UInt32, at instant: Instant, stratum: Int64 = 0) {
        columns.records.append(id, at: instant)
        columns.values.append(value)
        if keepsStrata { columns.strata.append(stratum) }
    }

    mutating func exclude(_ id: Int64, _ reason: ExclusionReason, at instant: Instant) {
        exclusions.append(id, reason, at: instant)
    }

    mutating func mark(_ id: Int64, _ mark: EvidenceMark, at instant: Instant) {
        marks.append(id, mark, at: instant)
    }

    func partial(in space: References.Space) -> SamplePartial {
        var partial = SamplePartial()
        partial.append(columns, in: space)
        partial.ledger.exclude(exclusions, in: space)
        partial.ledger.mark(marks, in: space)
        return partial
    }
}
