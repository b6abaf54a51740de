import Foundation
import Testing

@testable import MetricsCore

@Suite("Working time")
struct WorkCalendarTests {
    private func instant(_ text: String) throws -> Instant { Instant(try Date(text, strategy: .iso8601)) }

    private func calendar(_ text: String) throws -> WorkCalendar { try #require(WorkCalendar(text)) }

    private func hours(_ calendar: WorkCalendar, _ start: String, _ end: String) throws -> Double {
        var clock = WorkClock(calendar)
        return Double(clock.seconds(from: try instant(start), to: try instant(end))) / 3600
    }

    @Test(
        "It counts the hours worked, in their own zone",
        arguments: [
            // Friday 16:00 to Monday 10:00 in Berlin.
            ("Mon-Fri 09:00-17:00 Europe/Berlin", "2026-03-06T15:00:00Z", "2026-03-09T09:00:00Z", 2.0),
            ("Mon-Fri 09:00-17:00", "2026-03-06T15:00:00Z", "2026-03-09T09:00:00Z", 2),
            (
                "Mon-Fri 09:00-12:30 13:00-17:30 Asia/Kolkata", "2026-03-02T00:00:00Z",
                "2026-03-03T00:00:00Z", 8
            ),
            ("Sat-Sun 00:00-24:00 UTC", "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z", 48),
            // Clocks skip from 2 to 3 o'clock, and go back from 3 to 2.
            ("Sun 02:00-03:00 Europe/Berlin", "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z", 0),
            ("Sun 00:00-24:00 Europe/Berlin", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z", 23),
            ("Sun 02:00-03:00 Europe/Berlin", "2026-10-24T00:00:00Z", "2026-10-26T12:00:00Z", 2),
            // Half an hour less and half an hour more.
            ("Sun 00:00-24:00 Australia/Lord_Howe", "2026-10-02T00:00:00Z", "2026-10-06T00:00:00Z", 23.5),
            ("Sun 00:00-24:00 Australia/Lord_Howe", "2026-04-03T00:00:00Z", "2026-04-07T00:00:00Z", 24.5),
            // Samoa had no Friday, 30 December 2011.
            ("Fri 00:00-24:00 Pacific/Apia", "2011-12-27T00:00:00Z", "2012-01-03T00:00:00Z", 0),
        ])
    func counts(_ text: String, _ start: String, _ end: String, _ hours: Double) throws {
        #expect(try self.hours(try calendar(text), start, end) == hours)
    }

    @Test("Nobody works on holidays")
    func holidays() throws {
        var calendar = try calendar("Mon-Fri 09:00-17:00 UTC")
        calendar.holidays = [try #require(CalendarDate("2026-03-03"))]
        #expect(try hours(calendar, "2026-03-02T00:00:00Z", "2026-03-07T00:00:00Z") == 32)
        #expect(calendar.description == "Mon-Fri 09:00-17:00 GMT, 1 holiday")
    }

    @Test(
        "It adds up, never exceeds the time that passed, and agrees with a count minute by minute",
        arguments: BucketTests.zones)
    func laws(zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        let hours = [9 * 3600..<12 * 3600, 13 * 3600..<17 * 3600 + 1800]
        let calendar = WorkCalendar(timeZone: zone, hours: [1: hours, 3: hours, 7: [0..<86_400]])
        var wall = Calendar(identifier: .iso8601)
        wall.timeZone = zone
        var random = PseudoRandom(seed: 3)
        for _ in 0..<4 {
            let start = Int64.random(in: 21_000_000...30_000_000, using: &random) * 60
            let minutes = Int64.random(in: 1...6000, using: &random)
            let middle = start + Int64.random(in: 0...minutes, using: &random) * 60
            let ends = [start, middle, start + minutes * 60].map { Instant(secondsSince1970: $0) }
            var clock = WorkClock(calendar)
            let whole = clock.seconds(from: ends[0], to: ends[2])
            #expect(
                whole == clock.seconds(from: ends[0], to: ends[1]) + clock.seconds(from: ends[1], to: ends[2])
            )
            #expect(whole <= minutes * 60)
            var naive: Int64 = 0
            for minute in 0..<minutes {
                let parts = wall.dateComponents(
                    [.weekday, .hour, .minute], from: Instant(secondsSince1970: start + minute * 60).date)
                let day = ((parts.weekday ?? 1) + 5) % 7 + 1
                let second = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60
                if calendar.hours[day]?.contains(where: { $0.contains(second) }) == true { naive += 60 }
            }
            #expect(whole == naive)
        }
    }

    @Test("Around the clock, working time is elapsed time, and after it is before it nothing")
    func always() throws {
        var random = PseudoRandom(seed: 5)
        for zone in BucketTests.zones {
            var clock = WorkClock(.always(in: try #require(TimeZone(identifier: zone))))
            for _ in 0..<20 {
                let start = Int64.random(in: 1_300_000_000...1_900_000_000, using: &random)
                let length = Int64.random(in: 0...40_000_000, using: &random)
                let (from, to) = (Instant(secondsSince1970: start), Instant(secondsSince1970: start + length))
                #expect(clock.seconds(from: from, to: to) == length)
                #expect(clock.seconds(from: to, to: from) == 0)
            }
        }
    }

    @Test(
        "Hours are written as they are read",
        arguments: [
            "Mon-Fri 09:00-17:00 Europe/Berlin",
            "Mon-Thu 09:00-12:30 13:00-17:30, Fri 09:00-15:00 Asia/Kolkata",
            "Sun 00:00-24:00 GMT",
        ])
    func text(_ text: String) throws {
        let calendar = try calendar(text)
        #expect(calendar.description == text)
        let stored = try JSONEncoder().encode(calendar)
        #expect(try JSONDecoder().decode(WorkCalendar.self, from: stored) == calendar)
    }

    @Test(
        "What is no calendar is none",
        arguments: [
            "", "Mon", "09:00-17:00", "Mon 17:00-09:00", "Mon 9-17", "Fri-Mon 09:00-17:00", "Mon 09:00-25:00",
            "Mon-Fri 09:00-17:00 Mars/Olympus",
        ])
    func refuses(_ text: String) { #expect(WorkCalendar(text) == nil) }

    @Test("A calendar date reads back, knows its weekday, and days that are in no calendar are none")
    func dates() throws {
        var random = PseudoRandom(seed: 9)
        for _ in 0..<500 {
            let days = Int.random(in: -200_000...2_900_000, using: &random)
            let date = CalendarDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect(CalendarDate(date.description) == date)
            #expect(date.advanced(byDays: 7).weekday == date.weekday)
        }
        #expect(CalendarDate("2026-11-28")?.weekday == 6)
        for text in [
            "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-32", "２０２６-01-01", "2026-01-01x",
        ] {
            #expect(CalendarDate(text) == nil, "\(text)")
        }
    }
}
