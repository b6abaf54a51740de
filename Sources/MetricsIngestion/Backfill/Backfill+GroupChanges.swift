import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Backfill {
    /// Reads what has changed on the merge requests of a whole group, with a few requests for all of its projects,
    /// where that takes fewer than asking each project. Projects read so need not be asked themselves.
    ///
    /// A fault here loses nothing: the projects are then asked each.
    func readGroupChanges(
        of backfills: inout [ProjectBackfill], _ plan: BackfillPlan, _ graphQL: GraphQLReader
    ) async throws {
        guard plan.kinds.contains(.mergeRequest), plan.selections.count == 1,
            case .group(.path(let path)) = plan.selections[0]
        else { return }
        let indices = backfills.indices.filter { (backfills[$0].pulse?.counts.mergeRequests ?? 0) > 0 }
        let pulses = indices.compactMap { backfills[$0].pulse }
        let changes = pulses.compactMap(\.counts.mergeRequests).reduce(0, +)
        let rows = graphQL.sizes.rows("GroupMergeRequests", startingWith: 50)
        guard let since = pulses.map(\.since).min(), 2 * (changes / rows + 1) < indices.count else { return }
        let projects = Dictionary(
            indices.map { (backfills[$0].project.id, backfills[$0].counting(.mergeRequest)) },
            uniquingKeysWith: { $1 })
        var graphQL = graphQL
        graphQL.reader.kind = .mergeRequest
        do {
            try await readNodes(inGroup: path, of: projects, since: since, graphQL)
            if configuration.way == .mixed { try await readRows(inGroup: path, of: projects, since: since) }
        } catch let error as GitLabError where !error.stopsEverything {
            return
        }
        for index in indices { backfills[index].pulse?.settled.insert(.mergeRequest) }
    }

    private func readNodes(
        inGroup path: String, of projects: [ProjectID: ProjectBackfill], since: Int64,
        _ graphQL: GraphQLReader
    ) async throws {
        var cursor: String?
        repeat {
            let answer = try await graphQL.page { first in
                .mergeRequests(
                    inGroup: path, schema: graphQL.schema, updatedAfter: Date(milliseconds: since),
                    first: first, after: cursor)
            }
            guard answer.value.skipped.isEmpty else {
                throw GitLabError(.decoding, detail: "merge requests that are not what GitLab documents")
            }
            for (id, nodes) in Dictionary(grouping: answer.value.nodes, by: \.projectID) {
                let isWhole = try await projects[id]?.merge(
                    nodes, read: answer.began, graphQL, asksREST: false)
                guard isWhole != false else {
                    throw GitLabError(.decoding, detail: "merge requests that are not what GitLab documents")
                }
            }
            cursor = answer.value.next
        } while cursor != nil
    }

    /// Squash commits and who closed.
    private func readRows(
        inGroup path: String, of projects: [ProjectID: ProjectBackfill], since: Int64
    ) async throws {
        guard let reader = projects.values.first?.reader else { return }
        let rows = WatermarkReader<MergeRequest>(
            list: { [configuration] mark in
                .mergeRequests(
                    inGroup: .path(path),
                    matching: MergeRequestFilter(updatedAfter: Date(milliseconds: mark)),
                    orderBy: .updatedAt, sort: .ascending, perPage: configuration.pageSize)
            }, instant: { $0.updatedAt.milliseconds }, id: { $0.id.rawValue }, send: reader.pages())
        try await rows.read(from: since) { batch in
            guard batch.skipped == 0 else {
                throw GitLabError(.decoding, detail: "merge requests that are not what GitLab documents")
            }
            for (id, rows) in Dictionary(grouping: batch.rows, by: \.projectID) {
                guard let project = projects[id] else { continue }
                let context = project.context(batch.began)
                try await project.merge(context.records(of: rows) { $0.record(context) })
            }
        }
    }
}
