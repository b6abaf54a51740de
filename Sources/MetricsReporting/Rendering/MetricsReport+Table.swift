import MetricsCore

extension MetricsReport {
    /// The report for a terminal, in columns.
    public func table() -> String {
        var parts = ["Engineering metrics, \(PeriodText.text(period))"]
        for section in sections { parts.append("\(section.title)\n\(Self.table(of: section))") }
        if let untold { parts.append(untold) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// What GitLab's answers did not tell, in a line; `nil` when they told everything.
    var untold: String? {
        let facts = Set(total.values.flatMap(\.coverage.untold)).sorted()
        guard !facts.isEmpty else { return nil }
        return "Not told by the way records were read: "
            + facts.map { MetricText.words($0.rawValue) }.joined(separator: ", ") + "."
    }

    /// All together first, then the groups, then the projects; a single project is not shown twice.
    var sections: [Section] {
        let shown = projects.filter { !$0.values.isEmpty }
        let named = groups.map { group in
            var section = group
            section.title = "\(grouping?.description ?? "group"): \(group.title)"
            return section
        }
        if named.isEmpty, shown.count == 1 { return shown }
        return [total] + named + shown
    }

    private static func table(of section: Section) -> String {
        var table = TextTable(
            header: ["Metric", "Value", "Statistic", "Spread", "n", "Coverage", "Left out"],
            alignments: [.left, .right, .left, .left, .right, .left, .left])
        for text in section.values.map(MetricText.init) {
            table.rows.append(
                [
                    text.title, text.number, text.statistic, text.spread, text.sample, text.coverage,
                    text.leftOut,
                ])
        }
        return table.rendered()
    }
}
