extension WireDate {
    private static let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let longWeekdays: [StaticString] = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads the three forms of an HTTP date (RFC 9110, section 5.6.7); `nil` for anything else.
    ///
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, and the obsolete `Sunday, 06-Nov-94 08:49:37 GMT` and
    /// `Sun Nov  6 08:49:37 1994`. Years of two digits lie in 1970 to 2069. The day's name must be one, but is not
    /// compared with the date.
    package init?(http text: some StringProtocol) {
        var reader = ByteReader(text.utf8)
        let instant: Int64? =
            if reader.word(of: Self.longWeekdays) != nil {
                reader.obsoleteDate(months: Self.months)
            } else if reader.word(of: Self.weekdays) != nil {
                reader.take(",")
                    ? reader.fixedDate(months: Self.months) : reader.asctimeDate(months: Self.months)
            } else {
                nil
            }
        guard let instant, reader.isAtEnd else { return nil }
        self.init(seconds: instant)
    }

    /// As HTTP headers carry it: `Sun, 06 Nov 1994 08:49:37 GMT`, rounded down to the second.
    package var http: String {
        let day = civilDay
        return "\(Self.weekdays[day.weekday]), \(Self.padded(day.day, to: 2)) \(Self.months[day.month - 1]) "
            + "\(Self.padded(day.year, to: 4)) \(clockTime) GMT"
    }
}

extension ByteReader {
    /// ` 06 Nov 1994 08:49:37 GMT`
    fileprivate mutating func fixedDate(months: [StaticString]) -> Int64? {
        guard take(" "), let day = number(digits: 2), take(" "), let month = word(of: months), take(" "),
            let year = number(digits: 4), let civil = CivilDay(year: year, month: month + 1, day: day),
            take(" "), let time = clockTime(), word(of: [" GMT"]) != nil
        else { return nil }
        return civil.seconds + time
    }

    /// `, 06-Nov-94 08:49:37 GMT`
    fileprivate mutating func obsoleteDate(months: [StaticString]) -> Int64? {
        guard take(","), take(" "), let day = number(digits: 2), take("-"), let month = word(of: months),
            take("-"),
            let short = number(digits: 2),
            let civil = CivilDay(year: short < 70 ? short + 2000 : short + 1900, month: month + 1, day: day),
            take(" "), let time = clockTime(), word(of: [" GMT"]) != nil
        else { return nil }
        return civil.seconds + time
    }

    /// ` Nov  6 08:49:37 1994`
    fileprivate mutating func asctimeDate(months: [StaticString]) -> Int64? {
        guard take(" "), let month = word(of: months), take(" "),
            let day = take(" ") ? digit() : number(digits: 2), take(" "), let time = clockTime(), take(" "),
            let year = number(digits: 4), let civil = CivilDay(year: year, month: month + 1, day: day)
        else { return nil }
        return civil.seconds + time
    }
}
