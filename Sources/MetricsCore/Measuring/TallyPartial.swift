/// Records counted, and those of them (or besides them) that the count is set against: rates and shares.
public struct TallyPartial: MetricPartial {
    /// What is divided by: deployments, pipelines.
    public internal(set) var base = References()
    /// What is divided: failed deployments, successful pipelines, incidents.
    public internal(set) var hits = References()
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public mutating func merge(_ other: Self) {
        base.merge(other.base)
        hits.merge(other.hits)
        ledger.merge(other.ledger)
    }
}
