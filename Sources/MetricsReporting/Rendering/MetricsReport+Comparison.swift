public import MetricsCore

extension MetricsReport {
    /// Both reports over all projects side by side, for a terminal: what was, what is, and a mark at what moved.
    public func comparison(with earlier: MetricsReport) -> String {
        var table = TextTable(
            header: ["Metric", "Before", "n", "After", "n", ""],
            alignments: [.left, .right, .right, .right, .right, .left])
        for value in total.values {
            let new = MetricText(value: value)
            let old = earlier[value.metric].map { MetricText(value: $0) }
            let moved = old?.value.number != value.number || old?.sample != new.sample
            table.rows.append(
                [
                    new.title, old?.number ?? "–", old?.sample ?? "–", new.number, new.sample,
                    moved ? "moved" : "",
                ])
        }
        return table.rendered() + "\n"
    }

    /// The metrics of which the two reports say different things over all projects: another number, or one that rests
    /// on other records. What is known of the records (coverage) does not count.
    public func differences(from other: MetricsReport) -> [MetricID] {
        total.values.filter { value in
            guard let theirs = other[value.metric] else { return true }
            return value.number != theirs.number || value.distribution != theirs.distribution
                || value.fraction != theirs.fraction || value.evidence != theirs.evidence
        }.map(\.metric)
    }
}
