import MetricsCore

extension MetricsReport {
    /// The report as a Markdown document, with the definition of every number at its end.
    public func markdown() -> String {
        var parts = ["# Engineering metrics", PeriodText.text(period)]
        for section in sections {
            parts.append("## \(Self.escaped(section.title))")
            parts.append(Self.table(of: section))
        }
        if let untold { parts.append(untold) }
        parts.append("## Definitions")
        parts.append(
            total.values.map { "- **\(MetricText(value: $0).title)**: \($0.definition)" }.joined(
                separator: "\n"))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func table(of section: Section) -> String {
        let header = [
            "| Metric | Value | Statistic | Spread | n | Coverage | Left out |",
            "|---|---:|---|---|---:|---|---|",
        ]
        let rows = section.values.map(MetricText.init).map { text in
            let cells = [
                text.title, text.number, text.statistic, text.spread, text.sample, text.coverage,
                text.leftOut,
            ]
            return "| \(cells.map(escaped).joined(separator: " | ")) |"
        }
        return (header + rows).joined(separator: "\n")
    }

    /// Text in which nothing is taken for Markdown or HTML.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result += " "
            } else {
                if "\\`*_[]<>|#&".contains(character) { result += "\\" }
                result.append(character)
            }
        }
        return result
    }
}
