extension ProjectFacts {
    /// Everything that is known of a merge request, production deployment or incident, and how it counts.
    ///
    /// Complexity: that of the metrics asked for.
    ///
    /// - Returns: `nil` for what is not known here, or of another kind.
    public func explanation(
        of subject: RecordReference, by metrics: [any Metric] = MetricCatalogue.all, in period: ReportPeriod
    ) -> Explanation? {
        guard subject.instance == project.instance, let id = Int64(subject.id),
            let story = story(of: subject.kind, id)
        else { return nil }
        return Explanation(
            subject: subject, title: story.title,
            steps: story.steps.enumerated().sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }.map(\.1),
            remarks: story.remarks, verdicts: metrics.compactMap { verdict($0, on: subject, in: period) })
    }

    /// The merge request of that number, as `!42` names it. O(merge requests).
    public func mergeRequest(iid: Int64) -> RecordReference? {
        records.mergeRequests.rows.first { $0.summary?.value.iid == iid }?.reference
    }

    private func story(of kind: RecordKind, _ id: Int64) -> Story? {
        switch kind {
        case .mergeRequest: mergeRequests.first { $0.id == id }.map { story(of: $0) }
        case .deployment: deployments.successes.firstIndex { $0.id == id }.map { story(ofDeployment: $0) }
        case .issue: incidents.firstIndex { $0.id == id }.map { story(ofIncident: $0) }
        default: nil
        }
    }

    private func verdict<M: Metric>(
        _ metric: M, on subject: RecordReference, in period: ReportPeriod
    ) -> Verdict? {
        let own = metric.partial(of: self, in: period).filter { contribution in
            if contribution.reference == subject { return true }
            switch contribution.kind {
            case .note, .provisionalEvent:
                return records.mergeRequest(of: contribution)?.reference == subject
                    || records.issue(of: contribution)?.reference == subject
            default: return false
            }
        }
        let value = metric.value(of: own, coverage: coverage(of: metric.kinds, in: period), in: period)
        guard
            value.evidence.sampleSize > 0 || value.evidence.hitCount > 0 || !value.evidence.exclusions.isEmpty
        else { return nil }
        return Verdict(value: value)
    }
}

/// What happened to a thing, as it is gathered.
struct Story {
    var title: String
    var steps: [Explanation.Step] = []
    var remarks: [String] = []

    mutating func add(_ at: Instant?, _ text: String, _ record: RecordReference? = nil) {
        if let at { steps.append(.init(at: at, text: text, record: record)) }
    }
}
