import Foundation

/// One calendar day of a period's time zone: 24 hours as a rule, 23 or 25 where clocks change.
public struct CalendarDay: Hashable, Sendable {
    /// Days since 1 January 1970 by the calendar on the wall.
    public let number: Int32
    public let start: Instant
    /// The start of the next day.
    public let end: Instant

    /// Seconds in it.
    public var length: Int64 { start.seconds(until: end) }
}

extension ReportPeriod {
    /// The calendar days the period touches, in order; the first and last may lie partly outside.
    ///
    /// O(days), a few microseconds each.
    public var days: [CalendarDay] {
        guard start < end else { return [] }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        var days: [CalendarDay] = []
        var opening = Instant(calendar.startOfDay(for: start.date))
        while opening < end {
            let closing = nextDay(after: opening, in: calendar)
            days.append(CalendarDay(number: number(of: opening), start: opening, end: closing))
            opening = closing
        }
        return days
    }

    /// How many calendar days long the period is. A whole day counts as 1 however many hours it has, a day cut
    /// off as the part of it that lies within.
    ///
    /// O(1); O(days) where the zone's clocks were put by half a day or more, which makes a date that never was.
    public var dayCount: Double {
        guard start < end, let first = day(of: start), let last = day(of: end.advanced(bySeconds: -1)) else {
            return 0
        }
        if first.number == last.number { return share(of: first) }
        let offsets = [first.start, last.start].map { timeZone.secondsFromGMT(for: $0.date) }
        guard abs(offsets[0] - offsets[1]) < 43_200 else { return days.reduce(0) { $0 + share(of: $1) } }
        return share(of: first) + Double(last.number - first.number - 1) + share(of: last)
    }

    /// How much of the day lies within the period, 0…1.
    private func share(of day: CalendarDay) -> Double {
        Double(max(day.start, start).seconds(until: min(day.end, end))) / Double(day.length)
    }

    /// The calendar day that holds the instant.
    private func day(of instant: Instant) -> CalendarDay? {
        var moment = self
        moment.start = instant
        moment.end = instant.advanced(bySeconds: 1)
        return moment.days.first
    }

    /// How many calendar months long the period is. A whole month counts as 1 however many days it has, a month cut off as
    /// the part of its days that lies within. O(days).
    public var monthCount: Double {
        let months = BucketIndex(of: self, by: .month)
        return zip(months.buckets, months.dayCounts).reduce(0) { count, month in
            let day = CalendarDate(daysSince1970: Int(number(of: month.0.start)))
            let first = Bucket.month.start(of: day)
            let next = Bucket.month.start(of: first.advanced(byDays: 31))
            return count + month.1 / Double(next.daysSince1970 - first.daysSince1970)
        }
    }

    private func nextDay(after opening: Instant, in calendar: Calendar) -> Instant {
        let next = calendar.dateInterval(of: .day, for: opening.date).map { Instant($0.end) }
        guard let next, next > opening else { return opening.advanced(bySeconds: 86_400) }
        return next
    }

    /// A day may begin at one o'clock where clocks change at midnight, but it begins on its own date.
    private func number(of opening: Instant) -> Int32 {
        let local = opening.secondsSince1970 + Int64(timeZone.secondsFromGMT(for: opening.date))
        return Int32(clamping: Int64((Double(local) / 86_400).rounded(.down)))
    }
}

extension [CalendarDay] {
    /// The number of the day that holds the instant; O(log n). Nil outside.
    func number(of instant: Instant) -> Int32? {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].end <= instant { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low].start <= instant ? self[low].number : nil
    }
}
