extension WireDate {
    /// UTC with milliseconds, rounded down, as query parameters take it: `2024-01-01T00:00:00.123Z`.
    package var iso8601: String {
        "\(dateOnly)T\(clockTime).\(Self.padded(Int(nanoseconds / 1_000_000), to: 3))Z"
    }

    /// The day in UTC: `2024-01-01`.
    package var dateOnly: String {
        let day = civilDay
        return
            "\(Self.padded(day.year, to: 4))-\(Self.padded(day.month, to: 2))-\(Self.padded(day.day, to: 2))"
    }

    var civilDay: CivilDay { CivilDay(secondsSince1970: seconds) }

    /// The time of the day in UTC: `23:59:59`.
    var clockTime: String {
        let second = Int(seconds - civilDay.seconds)
        return [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, to: 2) }.joined(
            separator: ":")
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
