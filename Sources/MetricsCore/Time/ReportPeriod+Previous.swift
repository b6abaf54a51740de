import Foundation

extension ReportPeriod {
    /// The span right before, to compare with: of a calendar month or quarter the one before, of whole days as many
    /// days, otherwise as many seconds.
    public var previous: ReportPeriod {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let start = start.date
        if let months = wholeMonths(calendar),
            let earlier = calendar.date(byAdding: .month, value: -months, to: start)
        {
            return ReportPeriod(start: Instant(earlier), end: self.start, timeZone: timeZone)
        }
        if let days = wholeDays(calendar),
            let earlier = calendar.date(byAdding: .day, value: -days, to: start)
        {
            return ReportPeriod(start: Instant(earlier), end: self.start, timeZone: timeZone)
        }
        let (length, overflow) = end.secondsSince1970.subtractingReportingOverflow(
            self.start.secondsSince1970)
        let (first, underflow) = self.start.secondsSince1970.subtractingReportingOverflow(
            overflow ? .max : length)
        return ReportPeriod(
            start: Instant(secondsSince1970: underflow ? .min : first), end: self.start, timeZone: timeZone)
    }

    /// How many calendar months it is, if it begins and ends with one.
    private func wholeMonths(_ calendar: Calendar) -> Int? {
        let parts = [start, end].map {
            calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: $0.date)
        }
        guard start < end,
            parts.allSatisfy({ $0.day == 1 && $0.hour == 0 && $0.minute == 0 && $0.second == 0 })
        else { return nil }
        let months = parts.map { ($0.year ?? 0) * 12 + ($0.month ?? 0) }
        return months[1] - months[0]
    }

    /// How many calendar days it is, if it begins and ends with one.
    private func wholeDays(_ calendar: Calendar) -> Int? {
        guard start < end, calendar.startOfDay(for: start.date) == start.date,
            calendar.startOfDay(for: end.date) == end.date
        else { return nil }
        return calendar.dateComponents([.day], from: start.date, to: end.date).day
    }
}
