public import Foundation
public import MetricsCore

extension Explanation {
    /// The explanation for a terminal: what happened, line by line, then how it counts.
    ///
    /// - Parameter timeZone: in which instants are written.
    public func text(in timeZone: TimeZone = .gmt) -> String {
        var lines = [title, ""]
        for step in steps { lines.append("  \(PeriodText.minute(step.at, in: timeZone))  \(step.text)") }
        for remark in remarks { lines.append("  \(remark)") }
        if !verdicts.isEmpty {
            lines.append("")
            lines.append("How it counts in the period:")
        }
        let titles = verdicts.map { MetricText(value: $0.value).title }
        let width = titles.map(\.count).max() ?? 0
        for (title, verdict) in zip(titles, verdicts) {
            lines.append(
                "  " + title.padding(toLength: width, withPad: " ", startingAt: 0) + "  " + verdict.text)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Verdict {
    /// `4h 10m`, `left out: bot`, `1 of 1; failure named`.
    fileprivate var text: String {
        let words = MetricText(value: value)
        var parts: [String] = []
        if counts { parts.append(value.unit == .share ? words.spread : words.number) }
        let left = words.leftOut
        if !left.isEmpty { parts.append("left out: \(left)") }
        parts += marks.map { MetricText.words($0.rawValue) }
        return parts.joined(separator: "; ")
    }
}
