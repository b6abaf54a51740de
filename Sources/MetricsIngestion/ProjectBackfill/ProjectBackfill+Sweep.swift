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
        let iids = held.rows.compactMap(\.summary?.value.iid).map { MergeRequestIID(rawValue: Int($0)) }
        for chunk in chunks(of: Set(iids).sorted()) { try await readMergeRequestRows(chunk) }
        return Extent(since: plan.since, until: began.earliest)
    }

    /// The same for issues.
    func sweepIssues() async throws -> Extent {
        let held = try await stored([.issue], activity: window).issues.filter { !wasSeen($0.existence) }
        let iids = held.rows.compactMap(\.summary?.value.iid).map { IssueIID(rawValue: Int($0)) }
        for chunk in chunks(of: Set(iids).sorted()) { try await readIssueRows(chunk) }
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
}
