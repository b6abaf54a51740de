/// Two sums, one set against the other: comments and the lines they are about.
public struct RatioPartial: MetricPartial {
    public internal(set) var above = AmountPartial()
    public internal(set) var below = AmountPartial()
    public internal(set) var ledger = EvidenceLedger()

    public init() {}

    public mutating func merge(_ other: Self) {
        above.merge(other.above)
        below.merge(other.below)
        ledger.merge(other.ledger)
    }

    public func split(into count: Int, _ assign: ContributionAssignment) -> [Self] {
        var parts = Array(repeating: Self(), count: count)
        ledger.split(assign, among: &parts, \.ledger)
        for (part, above) in above.split(into: 0, assign).enumerated() { parts[growing: part].above = above }
        for (part, below) in below.split(into: 0, assign).enumerated() { parts[growing: part].below = below }
        return parts
    }
}
