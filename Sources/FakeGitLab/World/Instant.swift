import Foundation

/// A moment in whole microseconds since 1970, UTC: the precision GitLab's database keeps, finer than its JSON.
struct Instant: Hashable, Comparable, Sendable {
    var microseconds: Int64

    init(microseconds: Int64) { self.microseconds = microseconds }

    init(_ date: Date) { microseconds = Int64((date.timeIntervalSince1970 * 1_000_000).rounded()) }

    var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }

    static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.microseconds < rhs.microseconds }

    static func + (lhs: Instant, seconds: Double) -> Instant {
        Instant(microseconds: lhs.microseconds + Int64(seconds * 1_000_000))
    }

    /// Seconds from the right to the left moment.
    static func - (lhs: Instant, rhs: Instant) -> Double {
        Double(lhs.microseconds - rhs.microseconds) / 1_000_000
    }
}
