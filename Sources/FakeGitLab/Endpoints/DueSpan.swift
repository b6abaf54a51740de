/// The days that a `due_date` parameter means, seen from today, in UTC.
struct DueSpan {
    private let isNever: Bool
    /// Days as texts, `2026-01-31`; both belong to the span.
    private let first: String
    private let last: String

    /// `nil` for a word GitLab does not know.
    init?(_ word: String, today: Instant) {
        func day(_ offset: Int) -> String { (today + Double(offset) * 86_400).day }
        // 1970-01-01 was a Thursday; GitLab's week begins on Monday.
        let weekday = (today.dayNumber + 3) % 7
        let month = String(today.day.prefix(8))
        isNever = word == "0"
        switch word {
        case "0", "any": (first, last) = ("", "~")
        case "today": (first, last) = (day(0), day(0))
        case "tomorrow": (first, last) = (day(1), day(1))
        case "overdue": (first, last) = ("", day(-1))
        case "week": (first, last) = (day(-weekday), day(6 - weekday))
        case "month": (first, last) = (month, "\(month)~")
        case "next_month_and_previous_two_weeks":
            // The end of next month: where the month after next has not begun yet.
            let months = Int(today.day.prefix(4)).flatMap { year in
                Int(today.day.dropFirst(5).prefix(2)).map { year * 12 + $0 }
            }
            guard let next = months else { return nil }
            let number = String(next % 12 + 101).dropFirst()
            (first, last) = (day(-14), "\(next / 12)-\(number)-~")
        default: return nil
        }
    }

    func admits(_ due: String?) -> Bool {
        guard let due else { return isNever }
        return !isNever && due >= first && due <= last
    }
}
