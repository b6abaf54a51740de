import Foundation

extension WorkCalendar: CustomStringConvertible {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Mon-Fri 09:00-17:00 Europe/Berlin, 2 holidays`: what `init(_:)` reads, and how many holidays.
    public var description: String {
        var parts: [String] = []
        var day = 1
        while day <= 7 {
            guard let ranges = hours[day] else {
                day += 1
                continue
            }
            var last = day
            while last < 7, hours[last + 1] == ranges { last += 1 }
            let days = day == last ? Self.name(day) : "\(Self.name(day))-\(Self.name(last))"
            parts.append(days + " " + ranges.map(Self.text).joined(separator: " "))
            day = last + 1
        }
        let text = (parts.isEmpty ? "never" : parts.joined(separator: ", ")) + " \(timeZone.identifier)"
        guard !holidays.isEmpty else { return text }
        return text + ", \(holidays.count) holiday\(holidays.count == 1 ? "" : "s")"
    }

    /// Reads hours as people write them: `Mon-Fri 09:00-17:00 Europe/Berlin`,
    /// `Mon-Thu 09:00-12:30 13:00-17:30, Fri 09:00-15:00 Asia/Kolkata`. The time zone stands last, UTC where none does.
    ///
    /// - Returns: `nil` if any of it cannot be read.
    public init?(_ text: String) {
        var words = text.split { $0 == " " || $0 == "," }.map(String.init)
        var timeZone = TimeZone.gmt
        if let last = words.last, Self.days(last) == nil, Self.range(last) == nil {
            guard let named = TimeZone(identifier: last) else { return nil }
            timeZone = named
            words.removeLast()
        }
        var hours: [Int: [Range<Int>]] = [:]
        var days: ClosedRange<Int>?
        for word in words {
            if let named = Self.days(word) {
                days = named
            } else if let range = Self.range(word), let days {
                for day in days { hours[day, default: []].append(range) }
            } else {
                return nil
            }
        }
        guard !hours.isEmpty else { return nil }
        self.init(timeZone: timeZone, hours: hours)
    }

    private static func name(_ day: Int) -> String { weekdays[day - 1] }

    private static func text(_ range: Range<Int>) -> String {
        [range.lowerBound, range.upperBound].map { seconds in
            let (hour, minute) = (seconds / 3600, seconds / 60 % 60)
            return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }.joined(separator: "-")
    }

    /// `Mon` or `Mon-Fri`.
    private static func days(_ word: String) -> ClosedRange<Int>? {
        let numbers = word.split(separator: "-", omittingEmptySubsequences: false).map { name in
            weekdays.firstIndex { $0.lowercased() == name.lowercased() }.map { $0 + 1 }
        }
        guard (1...2).contains(numbers.count), let first = numbers[0], let last = numbers[numbers.count - 1],
            first <= last
        else { return nil }
        return first...last
    }

    /// `09:00-17:30`.
    private static func range(_ word: String) -> Range<Int>? {
        let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(seconds)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
        return start..<end
    }

    private static func seconds(_ time: Substring) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0..<60).contains(minute), hour < 24 || minute == 0
        else { return nil }
        return hour * 3600 + minute * 60
    }
}
