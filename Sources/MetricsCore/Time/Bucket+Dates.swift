extension Bucket {
    /// The first day of the bucket that holds the day.
    func start(of date: CalendarDate) -> CalendarDate {
        switch self {
        case .day: date
        case .week: date.advanced(byDays: 1 - date.weekday)
        case .month: date.advanced(byDays: 1 - date.day)
        case .quarter: quarterStart(of: date)
        }
    }

    private func quarterStart(of date: CalendarDate) -> CalendarDate {
        var first = date.advanced(byDays: 1 - date.day)
        while (first.month - 1) % 3 != 0 { first = Bucket.month.start(of: first.advanced(byDays: -1)) }
        return first
    }

    /// What people call the bucket that begins with the day: `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`.
    func label(startingAt date: CalendarDate) -> String {
        switch self {
        case .day: return date.description
        case .month: return String(date.description.prefix(7))
        case .quarter: return "\(date.description.prefix(4))-Q\((date.month - 1) / 3 + 1)"
        case .week:
            // An ISO week belongs to the year its Thursday is in.
            let thursday = date.advanced(byDays: 4 - date.weekday)
            let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
            let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
            return "\(thursday.description.prefix(4))-W\(week < 10 ? "0" : "")\(week)"
        }
    }
}
