/// Gathers one project's samples in plain columns before they become a partial.
struct Sampler: Gatherer {
    let inclusion: Inclusion
    private let keepsStrata: Bool
    private var clock: SampleClock?
    private var columns = SamplePartial.Columns()
    private var exclusions = KeyedColumns<ExclusionReason>()
    private var marks = KeyedColumns<EvidenceMark>()

    /// - Parameters:
    ///   - facts: where the samples come from: whose calendars count.
    ///   - keepsStrata: whether strata matter; they do for medians by day.
    init(_ definition: MetricDefinition, _ facts: ProjectFacts, keepsStrata: Bool = false) {
        inclusion = definition.inclusion
        clock = SampleClock(definition.calendar, roster: facts.rules.roster, instance: facts.project.instance)
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
        switch Elapsed(from: start, to: end) {
        case .seconds(let seconds):
            let worked = clock?.seconds(from: start, to: end, of: owner) ?? seconds
            add(id, worked, at: end, stratum: stratum)
        case .backwards where inclusion.backwards == .zero:
            add(id, 0, at: end, stratum: stratum)
            marks.append(id, .clampedToZero, at: end)
        case .backwards: return exclude(id, .backwards, at: end)
        case .implausible: return exclude(id, .implausible, at: end)
        }
        if let mark { marks.append(id, mark, at: end) }
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
