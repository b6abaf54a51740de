import Foundation

/// Measures working time by one calendar: knows the working intervals of the days it was asked about, and adds to
/// them as needed.
struct WorkClock {
    let calendar: WorkCalendar
    /// The days known so far, without a gap.
    private var known: Range<Instant>?
    /// Working intervals in order of time, as parallel columns, and how much was worked before each.
    private var starts: [Int64] = []
    private var ends: [Int64] = []
    private var worked: [Int64] = []

    init(_ calendar: WorkCalendar) { self.calendar = calendar }

    /// Seconds worked between two instants, the later one excluded.
    ///
    /// Complexity: O(log days); O(days) where they lie outside of what is known.
    ///
    /// - Parameter end: not before the start, and at most 136 years after it.
    mutating func seconds(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        cover(start..<end)
        return worked(before: end) - worked(before: start)
    }

    private func worked(before instant: Instant) -> Int64 {
        let seconds = instant.secondsSince1970
        var low = 0
        var high = starts.count
        while low < high {
            let middle = low + (high - low) / 2
            if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        return worked[low - 1] + min(seconds, ends[low - 1]) - starts[low - 1]
    }

    /// Adds the days of that span, and some more on that side, so that spans that follow find theirs.
    private mutating func cover(_ span: Range<Instant>) {
        let day: Int64 = 86_400
        guard let known else {
            return learn(
                span.lowerBound.advanced(bySeconds: -30 * day)..<span.upperBound.advanced(bySeconds: 90 * day)
            )
        }
        guard span.lowerBound < known.lowerBound || span.upperBound > known.upperBound else { return }
        let length = known.lowerBound.seconds(until: known.upperBound)
        let start =
            span.lowerBound < known.lowerBound
            ? span.lowerBound.advanced(bySeconds: -length / 2) : known.lowerBound
        let end =
            span.upperBound > known.upperBound
            ? span.upperBound.advanced(bySeconds: length / 2) : known.upperBound
        learn(start..<end)
    }

    private mutating func learn(_ span: Range<Instant>) {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        worked.removeAll(keepingCapacity: true)
        let zone = calendar.timeZone
        let days = ReportPeriod(start: span.lowerBound, end: span.upperBound, timeZone: zone).days
        var sum: Int64 = 0
        for day in days {
            let hours = calendar.hours(on: CalendarDate(daysSince1970: Int(day.number)))
            guard !hours.isEmpty else { continue }
            for part in Self.parts(of: day, in: zone) {
                for range in hours {
                    let start = max(part.midnight + Int64(range.lowerBound), part.start)
                    let end = min(part.midnight + Int64(range.upperBound), part.end)
                    guard start < end else { continue }
                    starts.append(start)
                    ends.append(end)
                    worked.append(sum)
                    sum += end - start
                }
            }
        }
        known = (days.first?.start ?? span.lowerBound)..<(days.last?.end ?? span.upperBound)
    }

    /// A part of a day in which clocks do not change.
    private struct Part {
        var start: Int64
        var end: Int64
        /// When it would have been midnight by these clocks.
        var midnight: Int64
    }

    /// The day, cut where clocks change.
    private static func parts(of day: CalendarDay, in zone: TimeZone) -> [Part] {
        let (start, end) = (day.start.secondsSince1970, day.end.secondsSince1970)
        func offset(_ seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Instant(secondsSince1970: seconds).date))
        }
        func part(_ start: Int64, _ end: Int64) -> Part {
            Part(start: start, end: end, midnight: Int64(day.number) * 86_400 - offset(start))
        }
        guard offset(start) != offset(end - 1) else { return [part(start, end)] }
        var (low, high) = (start, end - 1)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(middle) == offset(start) { low = middle } else { high = middle }
        }
        return [part(start, high), part(high, end)]
    }
}
