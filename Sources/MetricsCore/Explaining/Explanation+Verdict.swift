extension Explanation {
    /// How a record counts in one metric over the period, read off the metric's own evidence.
    public struct Verdict: Hashable, Sendable {
        public let metric: MetricID
        public let definition: MetricDefinition
        public let unit: MetricUnit
        /// How often it stands among what was counted: 0 if it does not, more than once where each environment counts.
        public let count: Int
        /// What it adds, in `unit`, the mean if it counts more than once; `nil` where records are only counted, or where
        /// what one adds cannot be told from what others do.
        public let amount: Double?
        /// For a share, whether it stands above the line.
        public let isHit: Bool
        /// Why it does not count, by name. One that counts may have some too, where each environment counts.
        public let exclusions: [ExclusionReason]
        /// What is special about it, by name.
        public let marks: [EvidenceMark]

        /// Whether the metric's evidence names it nowhere: it belongs to another period, or is nothing the metric reads.
        public var isSilent: Bool { count == 0 && !isHit && exclusions.isEmpty && marks.isEmpty }

        /// - Parameter amount: what it adds, as far as the unit tells.
        init(on reference: RecordReference, in value: MetricValue, amount: Double?) {
            metric = value.metric
            definition = value.definition
            unit = value.unit
            count = value.evidence.references.count(of: reference)
            self.amount = amount
            isHit = value.evidence.hits.count(of: reference) > 0
            exclusions = value.evidence.exclusions.filter { $0.references.count(of: reference) > 0 }
                .map(\.reason)
            marks = value.evidence.notes.filter { $0.references.count(of: reference) > 0 }.map(\.mark)
        }
    }
}
