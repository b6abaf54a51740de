/// Gathers the amounts of one kind of record in plain columns before they become a partial.
struct Accumulator: Gatherer {
    let inclusion: Inclusion
    private var amounts = AmountPartial.Columns()
    private var exclusions = KeyedColumns<ExclusionReason>()

    init(_ definition: MetricDefinition) { inclusion = definition.inclusion }

    mutating func add(_ id: Int64, _ amount: Int, at instant: Instant) {
        amounts.append(id, Int64(amount), at: instant)
    }

    /// Adds the amount of a record that has no number.
    mutating func add(named name: String, _ amount: Int, at instant: Instant) {
        amounts.append(named: name, Int64(amount), at: instant)
    }

    /// Adds seconds that GitLab itself states, or notes why they do not count.
    mutating func add(_ id: Int64, lasting seconds: Int?, until end: Instant) {
        guard let seconds else { return exclude(id, .noDuration, at: end) }
        guard seconds >= 0 else { return exclude(id, .backwards, at: end) }
        add(id, seconds, at: end)
    }

    mutating func exclude(_ id: Int64, _ reason: ExclusionReason, at instant: Instant) {
        exclusions.append(id, reason, at: instant)
    }

    mutating func exclude(named name: String, _ reason: ExclusionReason, at instant: Instant) {
        exclusions.append(named: name, reason, at: instant)
    }

    func partial(in space: References.Space) -> AmountPartial {
        var partial = AmountPartial()
        add(to: &partial, in: space)
        return partial
    }

    func add(to partial: inout AmountPartial, in space: References.Space) {
        partial.append(amounts, in: space)
        partial.ledger.exclude(exclusions, in: space)
    }
}
