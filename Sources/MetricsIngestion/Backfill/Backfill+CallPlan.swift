import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage

extension Backfill {
    /// Estimates what a run of that plan will ask, from how much GitLab counts. Reads nothing else, and writes nothing.
    ///
    /// Takes a few requests itself: those that find the projects, one that asks what GraphQL the instance has, and
    /// one for every fifty projects. Where GraphQL is not to be had, GitLab's counts are unknown, and the estimate
    /// holds only what is asked however little there is.
    ///
    /// - Throws: as `run`.
    public func callPlan(for plan: BackfillPlan) async throws(IngestionError) -> CallPlan {
        let reporter = BackfillProgress.Reporter()
        let reader = Reader(client: client, time: time, reporter: reporter)
        do {
            var backfills = try await targets(of: plan, reader).compactMap { backfill(of: $0, plan, reader) }
            let graphQL = try await offeredGraphQL(reader)
            if let graphQL { try await feelPulses(of: &backfills, plan, graphQL, ofAll: true) }
            return callPlan(
                for: backfills, plan, isMixed: graphQL != nil && configuration.way != .rest,
                asked: reporter.requests)
        } catch let error as GitLabError {
            throw IngestionError(error)
        } catch let error as StorageError {
            throw IngestionError(error)
        } catch {
            throw IngestionError(StorageError(.unavailable, detail: "unexpected failure", underlying: error))
        }
    }

    private func callPlan(
        for backfills: [ProjectBackfill], _ plan: BackfillPlan, isMixed: Bool, asked: Int
    ) -> CallPlan {
        var estimate = CallPlan(
            projects: backfills.count, rows: [:], requestsByKind: [.project: asked],
            requestsAtOnce: configuration.projectsAtOnce * (isMixed ? 1 : configuration.requestsPerProject))
        for backfill in backfills {
            for kind in plan.kinds {
                let rows = backfill.pulse?.count(of: kind)
                if let rows { estimate.rows[kind, default: 0] += rows }
                let requests = requests(for: kind, rows ?? 0, backfill.pulse, plan, isMixed: isMixed)
                if requests > 0 { estimate.requestsByKind[kind, default: 0] += requests }
            }
        }
        return estimate
    }

    /// - Parameter rows: how many rows of that kind are to be read.
    private func requests(
        for kind: RecordKind, _ rows: Int, _ pulse: Pulse?, _ plan: BackfillPlan, isMixed: Bool
    ) -> Int {
        let size = configuration.pageSize
        switch kind {
        case .environment: return 1
        case .mergeRequest, .issue:
            // What is open and old, what has changed, and with GraphQL what only REST tells of each page.
            if isMixed { return 1 + 2 * pages(rows, of: Self.nodesAPage) }
            let children = kind == .issue ? 0 : plan.kinds.intersection([.note, .approvals, .commit]).count
            return 1 + pages(rows, of: size) + rows * children
        case .pipeline: return isMixed ? pages(rows, of: 100) : pages(rows, of: size) + rows
        // One list, the last before it, and with GraphQL the finishes and what a dozen or so at once have carried.
        case .deployment: return isMixed ? 4 : 2
        // Those of the branch; a merge request brings its own and one that merges it.
        case .commit: return pages(2 * (pulse?.counts.mergeRequests ?? 0), of: size)
        // One for each merge request and issue that changed.
        case .labelEvent, .stateEvent, .milestoneEvent:
            return (pulse?.counts.mergeRequests ?? 0) + (pulse?.counts.issues ?? 0)
        case .job: return pages(Self.jobsOfPipeline * (pulse?.counts.pipelines ?? 0), of: size)
        // Lists that are short, or of which nothing is known before: the least they take.
        case .member, .branch, .tag, .release, .milestone, .activityEvent: return 1
        default: return 0
        }
    }

    /// A list shows the last row of each page again at the head of the next.
    private func pages(_ rows: Int, of size: Int) -> Int { max(1, (rows + size - 2) / max(1, size - 1)) }

    private static var nodesAPage: Int { 50 }
    private static var jobsOfPipeline: Int { 5 }
}
