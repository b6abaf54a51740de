import MetricsCore
import MetricsStorage

extension ActivityFeed {
    /// The part of the filter's period in which what follows the cursor was done.
    func span(of filter: ActivityFilter, after cursor: Cursor?) -> Range<Instant> {
        let ever = Instant(secondsSince1970: .min)..<Instant(secondsSince1970: .max)
        let period = filter.period ?? ever
        guard let at = cursor?.position.at else { return period }
        let (next, overflow) = at.secondsSince1970.addingReportingOverflow(1)
        let end = overflow ? period.upperBound : min(period.upperBound, Instant(secondsSince1970: next))
        return min(period.lowerBound, end)..<end
    }

    /// What tells the activities of a project in that span.
    func records(
        of project: ProjectKey, in span: Range<Instant>
    ) async throws(StorageError) -> ProjectRecords {
        let query = RecordQuery(
            projects: [project], kinds: Activity.recordKinds, activity: span,
            mayExceedActivity: true)
        var records = try await storage.records(matching: query)
        let missing = records[project].missingSubjects(in: span)
        if !missing.isEmpty {
            let subjects = RecordQuery(
                projects: [project], kinds: [.mergeRequest, .issue], references: missing)
            records.merge(try await storage.records(matching: subjects))
        }
        return records[project]
    }
}

extension ProjectRecords {
    /// What time was spent on in the span according to somebody who booked it before or after: it need not have been
    /// active then.
    fileprivate func missingSubjects(in span: Range<Instant>) -> Set<RecordReference> {
        var missing: Set<RecordReference> = []
        for log in timeLogs where span.contains(log.facts.value.spentAt) {
            guard let id = Int64(log.subject.id) else { continue }
            let isKnown =
                mergeRequests.contains(MergeRequestKey(log.subject.instance, id))
                && log.subject.kind == .mergeRequest
                || issues.contains(IssueKey(log.subject.instance, id)) && log.subject.kind == .issue
            if !isKnown { missing.insert(log.subject) }
        }
        return missing
    }
}
