package import Foundation

/// An instant as GitLab writes it: whole seconds and nanoseconds since 1970 UTC, and how precisely it was said.
///
/// POSIX time, as GitLab's own clock: there are no leap seconds.
package struct WireDate: Hashable, Comparable, Sendable {
    /// How much of the instant the source told.
    package enum Precision: Hashable, Sendable {
        /// A date without a time; stands for its midnight UTC.
        case day
        /// A time without a fraction.
        case second
        /// A time with one to nine digits of a fraction, be they zeros.
        case subsecond
    }

    /// Seconds since 1970-01-01T00:00:00Z, rounded down.
    package let seconds: Int64
    /// What is left of the second, 0 to 999,999,999.
    package let nanoseconds: Int32
    package let precision: Precision

    package init(seconds: Int64, nanoseconds: Int32 = 0, precision: Precision = .second) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.precision = precision
    }

    /// By the instant alone, whatever the precision.
    package static func < (left: WireDate, right: WireDate) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension WireDate {
    /// Seconds from 1970 to 2001, where `Date` begins to count.
    private static let referenceDate: Int64 = 978_307_200

    /// The instant, exact to well below a millisecond: rounding to milliseconds gives back the digits of the source.
    package var date: Date {
        Date(timeIntervalSinceReferenceDate: Double(seconds - Self.referenceDate) + Double(nanoseconds) / 1e9)
    }

    /// The instant rounded to the millisecond, as GitLab stores it; beyond the years 1 to 9999 the nearest end of them.
    package init(_ date: Date) {
        let earliest = -63_113_904_000_000.0  // 0001-01-01T00:00:00.000Z in milliseconds from 2001
        let latest = 252_423_993_599_999.0  // 9999-12-31T23:59:59.999Z
        let interval = (date.timeIntervalSinceReferenceDate * 1000).rounded()
        let milliseconds = Int64(interval.isNaN ? 0 : min(max(interval, earliest), latest))
        let second = (milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000
        self.init(
            seconds: second + Self.referenceDate,
            nanoseconds: Int32(milliseconds - second * 1000) * 1_000_000,
            precision: .subsecond)
    }
}
