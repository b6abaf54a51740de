public import MetricsCore

/// A condition that holds, and on what ground.
public struct Alert: Hashable, Sendable {
    public let rule: AlertRule
    /// The merge request that waits; `nil` for a condition on a value.
    public let mergeRequest: RecordReference?
    /// What was found: a metric's number, or how many seconds are waited.
    public let found: Double
    /// What it was held against.
    public let bound: Double

    public init(rule: AlertRule, mergeRequest: RecordReference? = nil, found: Double, bound: Double) {
        self.rule = rule
        self.mergeRequest = mergeRequest
        self.found = found
        self.bound = bound
    }
}

extension AlertRule {
    /// Whether values tell that the condition holds. Pure: the same values give the same alert.
    ///
    /// - Parameters:
    ///   - values: of the period looked at.
    ///   - earlier: of the period before, for conditions that compare.
    /// - Returns: `nil` where it does not hold, where there is no number, or too small a sample.
    public func alert(on values: [MetricValue], earlier: [MetricValue] = []) -> Alert? {
        guard let metric, let value = values.first(where: { $0.metric == metric }), let number = value.number,
            value.evidence.sampleSize >= leastSample
        else { return nil }
        switch condition {
        case .above(_, let bound):
            return number > bound ? Alert(rule: self, found: number, bound: bound) : nil
        case .below(_, let bound):
            return number < bound ? Alert(rule: self, found: number, bound: bound) : nil
        case .rose(_, let part):
            guard let before = earlier.first(where: { $0.metric == metric })?.number, before > 0 else {
                return nil
            }
            let bound = before * (1 + part)
            return number > bound ? Alert(rule: self, found: number, bound: bound) : nil
        case .waitsLonger, .waits: return nil
        }
    }

    /// The open merge requests that wait longer than the rule allows, longest first. Pure.
    ///
    /// - Parameters:
    ///   - facts: of one project.
    ///   - values: what a wait is compared with.
    ///   - now: until when is waited.
    /// - Complexity: O(merge requests and their events).
    public func alerts(on facts: ProjectFacts, comparedWith values: [MetricValue], now: Instant) -> [Alert] {
        guard let bound = bound(of: values) else { return [] }
        return facts.reviewWaits(at: now).filter { Double($0.seconds) > bound }
            .sorted { ($1.seconds, $0.mergeRequest) < ($0.seconds, $1.mergeRequest) }
            .map { Alert(rule: self, mergeRequest: $0.mergeRequest, found: Double($0.seconds), bound: bound) }
    }

    private func bound(of values: [MetricValue]) -> Double? {
        switch condition {
        case .waits(let seconds): return Double(seconds)
        case .waitsLonger(let statistic, let metric):
            guard let value = values.first(where: { $0.metric == metric }), let spread = value.distribution,
                value.evidence.sampleSize >= leastSample
            else { return nil }
            return spread.number(statistic)
        default: return nil
        }
    }
}

extension Alert: CustomStringConvertible {
    /// One line for people: `waiting: merge request gitlab/42 waits 3d 2h, more than 1d 4h`.
    public var description: String {
        if let mergeRequest {
            return
                "\(rule.id): \(mergeRequest) waits \(DurationText.text(found)), more than \(DurationText.text(bound))"
        }
        let name = rule.metric.map { MetricText.words($0.rawValue) } ?? ""
        return "\(rule.id): \(name) is \(NumberText.text(found)), the bound is \(NumberText.text(bound))"
    }
}
