import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Asks for the merge requests held that this run has not seen. Those that do not come are gone: deleting one
    /// leaves no other trace. Those that come are merged again, for what changed without moving a date.
    func sweepMergeRequests() async throws -> Extent {
        let held = try await stored([.mergeRequest], activity: window).mergeRequests
            .filter { !wasSeen($0.existence) }
        let ids = Dictionary(
            held.rows.compactMap { record in
                record.summary.map { (MergeRequestIID(rawValue: Int($0.value.iid)), record.id) }
            }, uniquingKeysWith: min)
        for iids in chunks(of: ids.keys.sorted()) {
            let answer = try await reader.send(
                .mergeRequests(
                    in: reference, matching: MergeRequestFilter(iids: iids), perPage: configuration.pageSize))
            try await merge(answer.value.elements, read: answer.began)
            let missing = Set(iids).subtracting(answer.value.elements.map(\.iid))
            log.count(answer.value.elements.count, skipped: answer.value.skipped.count, of: .mergeRequest)
            guard answer.value.isWhole else { continue }
            let gone = missing.compactMap { ids[$0] }
            try await merge(RecordSet(gone.map { self.gone($0, at: answer.began) }))
            try await readCarryingDeployments(of: gone)
        }
        return Extent(since: plan.since, until: began.earliest)
    }

    /// The same for issues.
    func sweepIssues() async throws -> Extent {
        let held = try await stored([.issue], activity: window).issues.filter { !wasSeen($0.existence) }
        let ids = Dictionary(
            held.rows.compactMap { record in
                record.summary.map { (IssueIID(rawValue: Int($0.value.iid)), record.id) }
            }, uniquingKeysWith: min)
        for iids in chunks(of: ids.keys.sorted()) {
            let answer = try await reader.send(
                .issues(in: reference, iids: iids, perPage: configuration.pageSize))
            try await merge(answer.value.elements, read: answer.began)
            let missing = Set(iids).subtracting(answer.value.elements.map(\.iid))
            log.count(answer.value.elements.count, skipped: answer.value.skipped.count, of: .issue)
            guard answer.value.isWhole else { continue }
            try await merge(
                RecordSet(missing.compactMap { ids[$0] }.map { gone($0, at: answer.began) }))
        }
        return Extent(since: plan.since, until: began.earliest)
    }

    /// Both, where GraphQL did not tell.
    func sweepByREST() async throws {
        for step in steps where step.isSweep { try await perform(step) }
    }

    /// That GitLab no longer shows the issue.
    func gone(_ id: IssueKey, at began: ReadStart) -> IssueRecord {
        var record = IssueRecord(id: id, project: key)
        record.existence = Register(.gone, stamp: context(began).stamp)
        return record
    }

    /// What is open, or changed since the plan begins.
    var window: Range<Instant> { plan.since..<max(plan.since, .distantFuture) }

    func wasSeen(_ existence: Register<Existence>?) -> Bool {
        guard let existence, existence.value == .present else { return false }
        return (existence.stamp.readBegan ?? .min) >= began.milliseconds
    }

    private func chunks<ID>(of ids: [ID]) -> [[ID]] {
        stride(from: 0, to: ids.count, by: configuration.pageSize).map {
            Array(ids[$0..<min($0 + configuration.pageSize, ids.count)])
        }
    }
}

extension Page {
    /// Whether all that was asked for is in this one page.
    fileprivate var isWhole: Bool { next == nil && skipped.isEmpty }
}
