import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// Reads merge requests by their numbers with all that hangs on them, whenever it was read before. Those that are
    /// not shown are gone.
    func refreshMergeRequests(_ iids: [MergeRequestIID]) async throws {
        _ = try await read(
            .mergeRequest,
            graphQL: { graphQL in
                try await readMergeRequestNodes(iids, graphQL)
                return Extent(since: plan.since, until: began.earliest)
            },
            rest: {
                for chunk in chunks(of: iids) { try await readMergeRequestRows(chunk, isFresh: true) }
                return Extent(since: plan.since, until: began.earliest)
            })
    }

    /// The same for issues.
    func refreshIssues(_ iids: [IssueIID]) async throws {
        _ = try await read(
            .issue,
            graphQL: { graphQL in
                try await readIssueNodes(iids, graphQL)
                return Extent(since: plan.since, until: began.earliest)
            },
            rest: {
                for chunk in chunks(of: iids) { try await readIssueRows(chunk) }
                return Extent(since: plan.since, until: began.earliest)
            })
    }

    /// By REST: at most a page of merge requests by their numbers.
    ///
    /// - Parameter isFresh: whether what hangs on them is read whether or not it seems known.
    func readMergeRequestRows(_ iids: [MergeRequestIID], isFresh: Bool = false) async throws {
        let answer = try await reader.send(
            .mergeRequests(
                in: reference, matching: MergeRequestFilter(iids: iids), perPage: configuration.pageSize))
        let page = answer.value
        try await merge(page.elements, read: answer.began, isFresh: isFresh)
        log.count(page.elements.count, skipped: page.skipped.count, of: .mergeRequest)
        guard page.isWhole else { return }
        try await bury(Set(iids).subtracting(page.elements.map(\.iid)), at: answer.began)
    }

    /// By REST: at most a page of issues by their numbers.
    func readIssueRows(_ iids: [IssueIID]) async throws {
        let answer = try await reader.send(
            .issues(in: reference, iids: iids, perPage: configuration.pageSize))
        let page = answer.value
        try await merge(page.elements, read: answer.began)
        log.count(page.elements.count, skipped: page.skipped.count, of: .issue)
        guard page.isWhole else { return }
        try await bury(Set(iids).subtracting(page.elements.map(\.iid)), at: answer.began)
    }

    /// That GitLab does not show these merge requests, though they were asked for.
    func bury(_ missing: Set<MergeRequestIID>, at began: ReadStart) async throws {
        guard !missing.isEmpty else { return }
        let gone = try await stored([.mergeRequest]).mergeRequests.rows.filter { record in
            record.summary.map { missing.contains(MergeRequestIID(rawValue: Int($0.value.iid))) } ?? false
        }.map(\.id)
        try await merge(RecordSet(gone.map { self.gone($0, at: began) }))
        try await readCarryingDeployments(of: gone)
    }

    /// That GitLab does not show these issues, though they were asked for.
    func bury(_ missing: Set<IssueIID>, at began: ReadStart) async throws {
        guard !missing.isEmpty else { return }
        let gone = try await stored([.issue]).issues.rows.filter { record in
            record.summary.map { missing.contains(IssueIID(rawValue: Int($0.value.iid))) } ?? false
        }.map(\.id)
        try await merge(RecordSet(gone.map { self.gone($0, at: began) }))
    }

    /// As many as one page holds.
    func chunks<ID>(of ids: [ID]) -> [[ID]] {
        stride(from: 0, to: ids.count, by: configuration.pageSize).map {
            Array(ids[$0..<min($0 + configuration.pageSize, ids.count)])
        }
    }
}

extension Page {
    /// Whether all that was asked for is in this one page.
    fileprivate var isWhole: Bool { next == nil && skipped.isEmpty }
}
