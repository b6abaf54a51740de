import MetricsCore

extension SeriesReport {
    /// The numbers over all projects for a terminal: a line for each metric, a column for each bucket.
    public func table() -> String {
        var table = TextTable(
            header: ["Metric"] + labels, alignments: [.left] + labels.map { _ in .right })
        for row in totals {
            let title = MetricText.sentence(row.metric.rawValue)
            table.rows.append([title] + row.points.map { MetricText.text($0.number, row.unit) })
        }
        return "By \(bucket.rawValue), \(PeriodText.text(period))\n\(table.rendered())\n"
    }
}
