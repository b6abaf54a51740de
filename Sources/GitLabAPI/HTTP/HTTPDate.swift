import Foundation

/// A date as HTTP headers carry it, in all three forms a recipient must accept (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    static func parse(_ text: String) -> Date? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "\t" }.map(String.init)
        guard words.count >= 5 else { return nil }
        let isAsctime = words[3].contains(":")
        guard
            let day = Int(isAsctime ? words[2] : words[1]),
            let month = months.firstIndex(of: (isAsctime ? words[1] : words[2]).lowercased()),
            let year = fullYear(isAsctime ? words[4] : words[3]),
            let seconds = secondsOfDay(isAsctime ? words[3] : words[4]),
            (1...31).contains(day)
        else { return nil }
        let days = daysSince1970(year: year, month: month + 1, day: day)
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
    }

    /// Two digits mean the century that keeps them nearest to now; for GitLab's lifetime that is this one.
    private static func fullYear(_ text: String) -> Int? {
        guard let year = Int(text), (0...9999).contains(year) else { return nil }
        guard text.count == 2 else { return year }
        return year < 70 ? 2000 + year : 1900 + year
    }

    private static func secondsOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]),
            (0...60).contains(parts[2])
        else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    /// Days of the Gregorian calendar, counted from March so that the leap day comes last.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
