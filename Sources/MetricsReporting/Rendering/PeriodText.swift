import Foundation
import MetricsCore

/// Instants and periods as a person reads them, in the period's own time zone.
enum PeriodText {
    static func text(_ period: ReportPeriod) -> String {
        "\(minute(period.start, in: period.timeZone)) to \(minute(period.end, in: period.timeZone)), "
            + zone(period)
    }

    static func day(_ instant: Instant, in zone: TimeZone) -> String {
        instant.date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }

    static func minute(_ instant: Instant, in zone: TimeZone) -> String {
        let time = instant.date.formatted(
            Date.ISO8601FormatStyle(timeZone: zone).time(includingFractionalSeconds: false))
        return "\(day(instant, in: zone)) \(time.prefix(5))"
    }

    private static func zone(_ period: ReportPeriod) -> String {
        period.timeZone.secondsFromGMT(for: period.start.date) == 0 && period.timeZone.identifier == "GMT"
            ? "UTC" : period.timeZone.identifier
    }
}
