public import MetricsCore

/// One value over all projects of an open report, before and after something was learned.
public struct LiveChange: Hashable, Sendable {
    public let before: MetricValue
    public let after: MetricValue

    public var metric: MetricID { after.metric }
}

extension LiveChange: CustomStringConvertible {
    /// One line for people: `Time to merge 5h 2m → 4h 58m (n 41 → 42)`.
    public var description: String {
        let (old, new) = (MetricText(value: before), MetricText(value: after))
        return "\(new.title) \(old.number) → \(new.number) (n \(old.sample) → \(new.sample))"
    }
}
