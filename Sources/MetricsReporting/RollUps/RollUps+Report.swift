import Foundation
public import MetricsCore
public import MetricsStorage

extension RollUps {
    /// All metrics over the stored projects, from what is kept; what is not is made from records and kept.
    ///
    /// - Parameter now: the time by which the state storage lets values expire.
    /// - Throws: what the stores throw.
    /// - Complexity: O(days kept of the projects); O(records) of months that are not kept yet.
    @concurrent
    public func report(
        on projects: Set<ProjectKey>? = nil, for period: ReportPeriod, at now: Instant
    ) async throws(StorageError) -> [MetricValue] {
        var columns = columns(for: period)
        let projects = try await reporter.ordered(projects)
        for project in projects {
            let known = try await reporter.storage.records(
                matching: RecordQuery(projects: [project], kinds: [.coverage]))[project]
            for index in columns.indices { columns[index].cover(known, of: project) }
            for month in BucketIndex(of: period, by: .month).buckets {
                try await add(project, month, to: &columns, at: now)
            }
        }
        let snapshots = try await snapshots(projects, for: period)
        var values = (columns.map(\.value) + snapshots).reduce(into: [:]) { $0[$1.metric] = $1 }
        return reporter.configuration.metrics.compactMap { values.removeValue(forKey: $0.id) }
    }

    private func add(
        _ project: ProjectKey, _ span: ReportPeriod, to columns: inout [any RollUpColumn], at now: Instant
    ) async throws(StorageError) {
        let days = BucketIndex(of: span, by: .day)
        let whole = days.buckets.indices.filter { position in
            let day = days.buckets[position]
            let calendarDay = day.days.first
            return calendarDay?.start == day.start && calendarDay?.end == day.end
        }
        if let first = whole.first, let last = whole.last {
            let kept = try await keptDays(
                project,
                ReportPeriod(
                    start: days.buckets[first].start, end: days.buckets[last].end, timeZone: span.timeZone),
                at: now)
            do {
                for index in columns.indices {
                    for day in kept.values {
                        if let data = day[columns[index].id.rawValue] { try columns[index].merge(data) }
                    }
                }
            } catch {
                throw StorageError(.unreadable, detail: "a roll-up cannot be read", underlying: error)
            }
        }
        for position in days.buckets.indices where !whole.contains(position) {
            let facts = try await reporter.facts(of: project)
            for index in columns.indices { columns[index].add(facts, in: days.buckets[position]) }
        }
    }

    /// What is kept of each of those days; those that are not are made and kept.
    private func keptDays(
        _ project: ProjectKey, _ span: ReportPeriod, at now: Instant
    ) async throws(StorageError) -> [String: [String: Data]] {
        let index = BucketIndex(of: span, by: .day)
        let month = BucketIndex(of: span, by: .month).labels.first ?? ""
        while true {
            let (old, version) = try await page(project, month, at: now)
            let wanted = old.days.filter { index.labels.contains($0.key) }
            if wanted.count == index.labels.count { return wanted }
            var page = old
            guard page.changesWhileMaking != nil else {
                // Said before records are read: a change from now on makes the last save fail.
                page.changesWhileMaking = 0
                _ = try await save(page, project, month, over: version, at: now)
                continue
            }
            page.changesWhileMaking = nil
            let facts = try await reporter.facts(of: project)
            let measured = try measured(facts, in: index, columns(for: span))
            for (day, kept) in measured where page.days[day] == nil { page.days[day] = kept }
            if try await save(page, project, month, over: version, at: now) {
                return page.days.filter { index.labels.contains($0.key) }
            }
        }
    }

    private func snapshots(
        _ projects: [ProjectKey], for period: ReportPeriod
    ) async throws(StorageError) -> [MetricValue] {
        var folds = reporter.configuration.metrics.filter(\.isSnapshot).map { $0.fold(in: period) }
        guard !folds.isEmpty else { return [] }
        for project in projects {
            let facts = try await reporter.facts(of: project, for: period)
            for index in folds.indices { folds[index].add(facts) }
        }
        return folds.map(\.value)
    }
}
