public import Foundation

extension Explanation: CustomStringConvertible {
    /// The explanation as text, with times in UTC.
    public var description: String { text(in: .gmt) }

    /// The explanation as text: the title, the steps day by day, and the metrics in which it counts or is left out.
    ///
    /// - Parameter timeZone: the one its days and times are told in.
    public func text(in timeZone: TimeZone) -> String {
        var lines = [title]
        var today: CalendarDate?
        for step in steps {
            let (day, time) = step.at.onTheWall(in: timeZone)
            if day != today { lines.append(day.description) }
            today = day
            lines.append("  \(time)  \(step)")
        }
        let told = verdicts.filter { !$0.isSilent }
        if !told.isEmpty { lines.append("Metrics") }
        let width = told.map(\.name.count).max() ?? 0
        for verdict in told {
            let gap = String(repeating: " ", count: width - verdict.name.count)
            lines.append("  \(verdict.name)\(gap)  \(verdict)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Explanation.Step: CustomStringConvertible {
    /// What happened, by whom, and what became of it; without the time.
    public var description: String {
        var text = what
        if let actor { text += " by \(actor)" }
        if let mark, let confidence { text += " (\(mark), \(confidence))" }
        if let leftOut { text += ", left out: \(leftOut)" }
        return text
    }
}

extension Explanation.Verdict: CustomStringConvertible {
    /// What it adds, or why it is left out; without the metric.
    public var description: String {
        var parts: [String] = []
        if let amount {
            parts.append(text(amount))
        } else if count > 0 {
            parts.append(unit == .share ? (isHit ? "counts as a hit" : "counts, no hit") : "counts")
        } else if isHit {
            parts.append("a hit")
        }
        if count > 1 { parts[0] += ", \(count) times" }
        if !exclusions.isEmpty {
            parts.append("left out: " + exclusions.map(\.rawValue).joined(separator: ", "))
        }
        if !marks.isEmpty { parts.append(marks.map(\.rawValue).joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }

    /// The metric's name, and whose definition it is unless it is this package's.
    var name: String {
        definition.preset == .standard
            ? metric.rawValue : "\(metric.rawValue) (\(definition.preset.rawValue))"
    }

    private func text(_ amount: Double) -> String {
        if unit == .seconds { return DurationText.text(amount) }
        let number = Int64(exactly: amount).map { String($0) } ?? String(amount)
        return unit == .count || unit == .ratio ? number : "\(number) \(unit.rawValue)"
    }
}

extension Instant {
    /// The day and the minute by a clock there, `2026-01-31` and `09:05`; years 1 to 9999.
    fileprivate func onTheWall(in timeZone: TimeZone) -> (day: CalendarDate, time: String) {
        let day: Int64 = 86_400
        let known = min(max(self, .distantPast), .distantFuture)
        let local = known.secondsSince1970 + Int64(timeZone.secondsFromGMT(for: known.date))
        let second = (local % day + day) % day
        let (hour, minute) = (second / 3600, second / 60 % 60)
        return (
            CalendarDate(daysSince1970: Int((local - second) / day)),
            "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        )
    }
}
