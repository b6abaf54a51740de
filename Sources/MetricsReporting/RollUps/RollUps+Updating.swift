import Foundation
public import MetricsCore
public import MetricsStorage

extension RollUps {
    /// Makes those kept days anew that a merge can have changed, and writes those that did.
    ///
    /// A merge request, with what hangs on it, can change only days since it was created, and only metrics that read
    /// merge requests; any other change has all kept days of its project looked at.
    ///
    /// - Parameter now: the time by which the state storage lets values expire.
    /// - Throws: what the stores throw.
    /// - Complexity: O(records since the touched merge requests were created); O(records of the project) otherwise.
    @concurrent
    public func update(after changes: RecordChanges, at now: Instant) async throws(StorageError) {
        for project in changes.projects.sorted() {
            let reach = try await reach(of: changes, in: project)
            let keys = try await state.keys(in: Self.namespace, prefix: "\(project)/", at: now)
            let months = keys.compactMap { $0.name.split(separator: "/").last.map(String.init) }
            let touched = months.filter { month in reach.since.map { month >= monthLabel(of: $0) } ?? true }
            guard !touched.isEmpty else { continue }
            let facts = try await reporter.facts(of: project)
            for month in touched { try await update(month, of: facts, reach, at: now) }
        }
    }

    /// Which days and metrics a change can concern.
    private struct Reach {
        /// `nil` for all days.
        var since: Instant?
        /// `nil` for all metrics.
        var kinds: Set<RecordKind>?
    }

    private func monthLabel(of instant: Instant) -> String {
        BucketIndex(
            of: ReportPeriod(
                start: instant, end: instant.advanced(bySeconds: 1), timeZone: configuration.timeZone),
            by: .month
        ).labels.first ?? ""
    }

    private func reach(of changes: RecordChanges, in project: ProjectKey) async throws(StorageError) -> Reach
    {
        guard let touched = changes.mergeRequestsOnly(in: project) else { return Reach() }
        let keys = touched.map { MergeRequestKey(project.instance, $0) }
        let stored = try await reporter.storage.records(
            matching: RecordQuery(
                projects: [project], kinds: [.mergeRequest], references: Set(keys.map { .mergeRequest($0) })))
        var since = Instant.distantFuture
        for records in [stored[project], changes.before[project], changes.after[project]] {
            for record in records.mergeRequests {
                guard let summary = record.summary?.value, summary.reverts == nil else { return Reach() }
                since = min(since, summary.createdAt)
            }
        }
        let kinds = changes.before[project].kinds.union(changes.after[project].kinds)
        return Reach(since: since, kinds: kinds.union([.mergeRequest, .note]))
    }

    private func update(
        _ month: String, of facts: ProjectFacts, _ reach: Reach, at now: Instant
    ) async throws(StorageError) {
        while true {
            let (old, version) = try await page(facts.project, month, at: now)
            var page = old
            page.changesWhileMaking = old.changesWhileMaking.map { $0 + 1 }
            if let first = old.days.keys.min(), let last = old.days.keys.max(),
                let span = span(from: first, through: last)
            {
                let columns = columns(for: span).filter { column in
                    reach.kinds.map { !$0.isDisjoint(with: column.kinds) } ?? true
                }
                for (day, kept) in try measured(facts, in: BucketIndex(of: span, by: .day), columns)
                where page.days[day] != nil {
                    for column in columns { page.days[day]?[column.id.rawValue] = kept[column.id.rawValue] }
                }
            }
            if page == old { return }
            if try await save(page, facts.project, month, over: version, at: now) { return }
        }
    }

    private func span(from first: String, through last: String) -> ReportPeriod? {
        guard let start = CalendarDate(first), let end = CalendarDate(last) else { return nil }
        let zone = configuration.timeZone
        // A day and a half on either side holds both days, wherever they begin.
        let wide = ReportPeriod(
            start: Instant(secondsSince1970: Int64(start.daysSince1970) * 86_400 - 129_600),
            end: Instant(secondsSince1970: Int64(end.daysSince1970) * 86_400 + 216_000), timeZone: zone)
        let days = wide.days
        guard let opening = days.first(where: { Int($0.number) == start.daysSince1970 }),
            let closing = days.last(where: { Int($0.number) == end.daysSince1970 })
        else { return nil }
        return ReportPeriod(start: opening.start, end: closing.end, timeZone: zone)
    }
}
