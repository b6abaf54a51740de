/// From when to when metrics of a period have to look at a record: both instants included.
///
/// What a store indexes by time: `ProjectRecords.active(in:)` reads merge requests, issues, pipelines, deployments
/// and commits by their spans, and the rest by what it hangs on.
public struct ActivitySpan: Hashable, Sendable {
    public var first: Instant
    public var last: Instant

    /// The span between two instants, whichever comes first.
    public init(_ one: Instant, _ other: Instant) {
        first = min(one, other)
        last = max(one, other)
    }

    /// From an instant on, without end.
    public init(since first: Instant) {
        self.init(first, Instant(secondsSince1970: .max))
    }

    /// What is not known well enough is looked at always.
    public static let always = ActivitySpan(
        Instant(secondsSince1970: .min), Instant(secondsSince1970: .max))

    public func overlaps(_ period: Range<Instant>) -> Bool {
        first < period.upperBound && last >= period.lowerBound
    }
}
