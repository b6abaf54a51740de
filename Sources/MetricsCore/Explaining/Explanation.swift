/// Why the numbers say of one record what they say: what happened to it, in order, and how it counts in each metric
/// (Documentation/Explanations.md).
public struct Explanation: Hashable, Sendable {
    /// The merge request, deployment, issue or incident that is explained.
    public let reference: RecordReference
    /// What people call it: `!42 Let ovens cool slowly`, `Deployment 7 to production`.
    public let title: String
    /// In order of time.
    public let steps: [Step]
    /// One for each metric asked, in that order.
    public let verdicts: [Verdict]

    /// How it counts in the standard metric of that name, or in the first of several definitions that were asked.
    public func verdict(on metric: MetricID) -> Verdict? { verdicts.first { $0.metric == metric } }
}
