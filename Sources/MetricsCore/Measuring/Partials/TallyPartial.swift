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
        var parts = Array(repeating: Self(), count: count)
        ledger.split(assign, among: &parts, \.ledger)
        for (part, base) in base.split(into: 0, assign).enumerated() { parts[growing: part].base = base }
        for (part, hits) in hits.split(into: 0, assign).enumerated() { parts[growing: part].hits = hits }
        return parts
    }
}
