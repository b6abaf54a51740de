/// Records counted, and those of them (or besides them) that the count is set against: counts, rates and shares.
public struct TallyPartial: MetricPartial {
    /// What is counted, or divided by: deployments, pipelines.
    public internal(set) var base = DatedReferences()
    /// What is divided: failed deployments, successful pipelines, incidents.
    public internal(set) var hits = DatedReferences()
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public mutating func merge(_ other: Self) {
        base.merge(other.base)
        hits.merge(other.hits)
        ledger.merge(other.ledger)
    }

    public func split(into count: Int, _ assign: ContributionAssignment) -> [Self] {
        let bases = base.split(into: count, assign)
        let hits = hits.split(into: count, assign)
        let ledgers = ledger.split(into: count, assign)
        return (0..<count).map { part in
            var partial = Self()
            partial.base = bases[part]
            partial.hits = hits[part]
            partial.ledger = ledgers[part]
            return partial
        }
    }
}
