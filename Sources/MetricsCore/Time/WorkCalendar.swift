public import Foundation

/// When people work: hours by weekday in a time zone, and holidays.
///
/// Hours are those of the clock on the wall. Where clocks are put forward, the hours they skip are nobody's; where they
/// are put back, the hours that come twice count twice.
public struct WorkCalendar: Hashable, Sendable {
    public var timeZone: TimeZone
    /// By weekday, 1 Monday to 7 Sunday: seconds since midnight, ascending, not overlapping, up to 86,400.
    public private(set) var hours: [Int: [Range<Int>]]
    public var holidays: Set<CalendarDate>

    /// - Parameter hours: by weekday, 1 Monday to 7 Sunday, in seconds since midnight; what overlaps is joined, what
    ///   lies outside of the day or the week left out.
    public init(timeZone: TimeZone, hours: [Int: [Range<Int>]], holidays: Set<CalendarDate> = []) {
        self.timeZone = timeZone
        self.hours = hours.filter { (1...7).contains($0.key) }.mapValues(Self.joined).filter {
            !$0.value.isEmpty
        }
        self.holidays = holidays
    }

    /// Monday to Friday, 9 to 17 o'clock.
    public static func standard(in timeZone: TimeZone, holidays: Set<CalendarDate> = []) -> Self {
        let day = [9 * 3600..<17 * 3600]
        return Self(
            timeZone: timeZone, hours: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, day) }),
            holidays: holidays)
    }

    /// Around the clock, every day: working time is elapsed time.
    public static func always(in timeZone: TimeZone) -> Self {
        Self(timeZone: timeZone, hours: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [0..<86_400]) }))
    }

    /// The hours of that day.
    func hours(on date: CalendarDate) -> [Range<Int>] {
        holidays.contains(date) ? [] : hours[date.weekday] ?? []
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        let sorted = ranges.map { $0.clamped(to: 0..<86_400) }.filter { !$0.isEmpty }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return sorted.reduce(into: []) { joined, range in
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
    }
}

extension WorkCalendar: Codable {
    private enum CodingKeys: String, CodingKey {
        case hours, holidays
        case timeZone = "time_zone"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let identifier = try container.decode(String.self, forKey: .timeZone)
        guard let timeZone = TimeZone(identifier: identifier) else {
            throw DecodingError.dataCorruptedError(
                forKey: .timeZone, in: container, debugDescription: "no such time zone")
        }
        let hours = try container.decode([Int: [[Int]]].self, forKey: .hours).mapValues { ranges in
            ranges.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]..<$0[1] : nil }
        }
        let holidays = try container.decodeIfPresent([CalendarDate].self, forKey: .holidays) ?? []
        self.init(timeZone: timeZone, hours: hours, holidays: Set(holidays))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(timeZone.identifier, forKey: .timeZone)
        let hours = hours.mapValues { $0.map { [$0.lowerBound, $0.upperBound] } }
        try container.encode(hours, forKey: .hours)
        try container.encode(holidays.sorted(), forKey: .holidays)
    }
}
