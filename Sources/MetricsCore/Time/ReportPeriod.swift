public import Foundation

/// A half-open span of time seen in one time zone: what a report covers.
public struct ReportPeriod: Hashable, Sendable, Codable {
    public var start: Instant
    /// The first instant after the period.
    public var end: Instant
    /// The zone in which its days begin.
    public var timeZone: TimeZone

    public init(start: Instant, end: Instant, timeZone: TimeZone) {
        self.start = start
        self.end = max(start, end)
        self.timeZone = timeZone
    }

    /// The last `days` days up to `end`, 24 hours each.
    public init(days: Int, endingAt end: Instant, timeZone: TimeZone) {
        self.init(start: end.advanced(bySeconds: Int64(-86_400 * days)), end: end, timeZone: timeZone)
    }

    public var range: Range<Instant> { start..<end }

    public func contains(_ instant: Instant) -> Bool { range.contains(instant) }
}
