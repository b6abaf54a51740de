/// What is known of one merge request, deployment or incident, step by step, and how it counts in each metric.
public struct Explanation: Hashable, Sendable {
    /// Something that happened to it, and what that means for metrics.
    public struct Step: Hashable, Sendable {
        public let at: Instant
        /// In a few words: `comment by grace: first review`.
        public let text: String
        /// The record that tells it; `nil` for the thing's own.
        public let record: RecordReference?

        public init(at: Instant, text: String, record: RecordReference? = nil) {
            self.at = at
            self.text = text
            self.record = record
        }
    }

    public let subject: RecordReference
    /// What people call it: `!42 Mend the lamp`.
    public let title: String
    /// In order of time.
    public let steps: [Step]
    /// What cannot be dated or is not known.
    public let remarks: [String]
    /// In the order of the metrics asked for; those that it does not concern are left out.
    public let verdicts: [Verdict]
}

/// How one record counts in one metric: the metric's value over what the record contributes, and nothing else.
///
/// It is cut out of the very partial that the metric's number is made of, so that it cannot say anything else.
public struct Verdict: Hashable, Sendable {
    public let value: MetricValue

    public var metric: MetricID { value.metric }

    /// Whether it counts, be it as 0.
    public var counts: Bool { value.evidence.sampleSize > 0 }

    /// Why it, or something that hangs on it, does not count.
    public var reasons: [ExclusionReason] { value.evidence.exclusions.map(\.reason) }

    /// What is special about it.
    public var marks: [EvidenceMark] { value.evidence.notes.map(\.mark) }
}
