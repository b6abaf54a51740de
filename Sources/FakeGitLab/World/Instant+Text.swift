extension Instant {
    private static let millisecond: Int64 = 1000
    private static let second: Int64 = 1_000_000
    private static let day: Int64 = 86_400 * second

    /// As GitLab's entities print it: `2026-01-16T05:56:22.053Z`, the microseconds cut off.
    var text: String { stamp(offsetMinutes: 0, fractions: true) + "Z" }

    /// As the older entities print it, without a fraction: `2026-01-16T05:56:22Z`.
    var textInSeconds: String { stamp(offsetMinutes: 0, fractions: false) + "Z" }

    /// As commits print it, in the author's time zone: `2026-01-16T07:56:22.000+02:00`.
    func text(offsetMinutes: Int) -> String {
        let sign = offsetMinutes < 0 ? "-" : "+"
        let minutes = abs(offsetMinutes)
        return stamp(offsetMinutes: offsetMinutes, fractions: true)
            + "\(sign)\(Self.pad(minutes / 60)):\(Self.pad(minutes % 60))"
    }

    /// Days since 1970-01-01, UTC.
    var dayNumber: Int { Int(Self.floor(microseconds, Self.day)) }

    /// The calendar day in UTC: `2026-01-16`.
    var day: String {
        let (year, month, day) = Self.civil(days: Self.floor(microseconds, Self.day))
        return "\(Self.pad(year, 4))-\(Self.pad(month))-\(Self.pad(day))"
    }

    /// As HTTP's `Date` header prints it: `Fri, 16 Jan 2026 05:56:22 GMT` (RFC 9110, section 5.6.7).
    var httpDate: String {
        let days = Self.floor(microseconds, Self.day)
        let (year, month, day) = Self.civil(days: days)
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = weekdays[((days % 7) + 7) % 7]
        return "\(weekday), \(Self.pad(day)) \(months[month - 1]) \(Self.pad(year, 4)) \(clock) GMT"
    }

    private var clock: String {
        let seconds = Int((microseconds - Int64(Self.floor(microseconds, Self.day)) * Self.day) / Self.second)
        return "\(Self.pad(seconds / 3600)):\(Self.pad(seconds / 60 % 60)):\(Self.pad(seconds % 60))"
    }

    private func stamp(offsetMinutes: Int, fractions: Bool) -> String {
        let local = Instant(microseconds: microseconds + Int64(offsetMinutes) * 60 * Self.second)
        let text = "\(local.day)T\(local.clock)"
        guard fractions else { return text }
        let milliseconds = Self.floor(local.microseconds, Self.millisecond) % 1000
        return "\(text).\(Self.pad((milliseconds + 1000) % 1000, 3))"
    }

    private static func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func floor(_ value: Int64, _ unit: Int64) -> Int {
        Int(value >= 0 ? value / unit : (value - unit + 1) / unit)
    }

    /// Year, month and day of a count of days since 1970-01-01 in the Gregorian calendar.
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
