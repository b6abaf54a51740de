/// Gathers what one project counts of one kind of record in plain columns before it becomes a partial.
struct Tally: Gatherer {
    let inclusion: Inclusion
    private var base = DatedColumns()
    private var hits = DatedColumns()
    private var exclusions = KeyedColumns<ExclusionReason>()
    private var marks = KeyedColumns<EvidenceMark>()

    init(_ definition: MetricDefinition) { inclusion = definition.inclusion }

    /// Counts the record.
    ///
    /// - Parameter isHit: whether it also stands above the line of a share.
    mutating func count(_ id: Int64, at instant: Instant, isHit: Bool = false, mark: EvidenceMark? = nil) {
        base.append(id, at: instant)
        if isHit { hits.append(id, at: instant) }
        if let mark { marks.append(id, mark, at: instant) }
    }

    /// Counts rows that were gathered beside it.
    mutating func count(_ records: DatedColumns) { base.append(records) }

    /// Counts a record that has no number.
    mutating func count(named name: String, at instant: Instant, isHit: Bool = false) {
        base.append(named: name, at: instant)
        if isHit { hits.append(named: name, at: instant) }
    }

    mutating func exclude(_ id: Int64, _ reason: ExclusionReason, at instant: Instant) {
        exclusions.append(id, reason, at: instant)
    }

    mutating func exclude(named name: String, _ reason: ExclusionReason, at instant: Instant) {
        exclusions.append(named: name, reason, at: instant)
    }

    func partial(in space: References.Space) -> TallyPartial {
        var partial = TallyPartial()
        add(to: &partial, in: space)
        return partial
    }

    func add(to partial: inout TallyPartial, in space: References.Space) {
        partial.base.append(base, in: space)
        partial.hits.append(hits, in: space)
        partial.ledger.exclude(exclusions, in: space)
        partial.ledger.mark(marks, in: space)
    }
}
