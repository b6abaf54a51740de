public import Foundation

/// A point in time in whole seconds, the precision that all of GitLab's sources share.
///
/// Sub-seconds are cut off towards the past, so that one event seen by REST (milliseconds) and by a webhook
/// (seconds) is one instant. They live on only in `Stamp`.
public struct Instant: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public var secondsSince1970: Int64

    public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// The whole second the date lies in; a date no `Int64` can hold becomes the nearest instant one can.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        secondsSince1970 = Int64(exactly: seconds) ?? (seconds < 0 ? .min : .max)
    }

    /// The whole second that millisecond lies in.
    public init(millisecondsSince1970 milliseconds: Int64) {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        secondsSince1970 = rest < 0 ? seconds - 1 : seconds
    }

    public var date: Date { Date(timeIntervalSince1970: TimeInterval(secondsSince1970)) }

    public static let distantPast = Instant(secondsSince1970: -62_135_596_800)
    public static let distantFuture = Instant(secondsSince1970: 253_402_300_799)

    /// Seconds from this instant to the other; negative when the other is earlier. Saturates.
    public func seconds(until other: Instant) -> Int64 {
        let (seconds, overflow) = other.secondsSince1970.subtractingReportingOverflow(secondsSince1970)
        return overflow ? (other < self ? .min : .max) : seconds
    }

    /// Saturates.
    public func advanced(bySeconds seconds: Int64) -> Instant {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
        return Instant(secondsSince1970: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    public static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.secondsSince1970 < rhs.secondsSince1970 }

    /// ISO 8601 in UTC.
    public var description: String { date.formatted(.iso8601) }

    public init(from decoder: any Decoder) throws {
        secondsSince1970 = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(secondsSince1970)
    }
}
