import Foundation
import MetricsCore
import Testing

@Suite struct ReportPeriodDaysTests {
    private func period(_ start: String, _ end: String, _ zone: String) throws -> ReportPeriod {
        ReportPeriod(
            start: Instant(try Date(start, strategy: .iso8601)),
            end: Instant(try Date(end, strategy: .iso8601)),
            timeZone: try #require(TimeZone(identifier: zone)))
    }

    @Test(
        "Days are as long as the clocks on the wall make them",
        arguments: [
            ("Europe/Berlin", "2025-03-29T23:00:00Z", "2025-03-31T22:00:00Z", [23, 24]),
            ("Europe/Berlin", "2025-10-25T22:00:00Z", "2025-10-27T23:00:00Z", [25, 24]),
            ("Australia/Lord_Howe", "2025-10-04T13:30:00Z", "2025-10-05T13:00:00Z", [23.5]),
            ("Asia/Kolkata", "2025-01-01T18:30:00Z", "2025-01-03T18:30:00Z", [24, 24]),
            ("Pacific/Kiritimati", "2025-01-01T10:00:00Z", "2025-01-02T10:00:00Z", [24]),
        ])
    func lengths(zone: String, start: String, end: String, hours: [Double]) throws {
        let period = try period(start, end, zone)
        #expect(period.days.map { Double($0.length) / 3600 } == hours)
        #expect(period.dayCount == Double(hours.count))
    }

    @Test(
        "Days follow each other without gap or overlap, each on a date of its own",
        arguments: [
            "Europe/Berlin", "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia", "Africa/Cairo", "UTC",
        ])
    func contiguous(zone: String) throws {
        let period = try period("2009-12-31T00:00:00Z", "2013-01-02T12:34:56Z", zone)
        let days = period.days
        #expect(days[0].start <= period.start && period.start < days[0].end)
        for (day, next) in zip(days, days.dropFirst()) {
            #expect(day.end == next.start)
            #expect(day.start < day.end)
            #expect(next.number > day.number)
        }
        #expect(days[days.count - 1].end >= period.end)
        let dates = Set(days.map(\.number))
        #expect(dates.count == days.count)
    }

    @Test("A date that a zone skipped is no day")
    func skipped() throws {
        let period = try period("2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", "Pacific/Apia")
        #expect(period.days.count == 2)
        #expect(period.days[1].number == period.days[0].number + 2)
    }

    @Test("A day cut off counts as the part of it that lies within")
    func parts() throws {
        let month = try period("2025-06-01T12:00:00Z", "2025-07-01T12:00:00Z", "UTC")
        #expect(month.days.count == 31)
        #expect(month.dayCount == 30)
        let half = try period("2025-06-01T06:00:00Z", "2025-06-01T18:00:00Z", "UTC")
        #expect(half.dayCount == 0.5)
    }

    @Test("An empty period has no days")
    func empty() throws {
        let period = try period("2025-06-01T12:00:00Z", "2025-06-01T12:00:00Z", "UTC")
        #expect(period.days.isEmpty)
        #expect(period.dayCount == 0)
    }
}
