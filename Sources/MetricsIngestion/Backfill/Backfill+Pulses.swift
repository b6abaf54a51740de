import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Backfill {
    /// Gives the projects GraphQL, and those that were read to the end before their pulses, many by one query: where
    /// nothing has changed, nothing need be asked. A project whose pulse cannot be felt is read as if it had none.
    ///
    /// - Parameter ofAll: also of the projects that were not; how much there is to read shows from it.
    func feelPulses(
        of backfills: inout [ProjectBackfill], _ plan: BackfillPlan, _ graphQL: GraphQLReader,
        ofAll: Bool = false
    ) async throws {
        var marks: [(index: Int, since: Int64)] = []
        for index in backfills.indices {
            var own = graphQL
            own.project = backfills[index].reference
            backfills[index].graphQL = own
            let mark = try await earliestMark(of: backfills[index].key, plan)
            if let since = mark ?? (ofAll ? plan.since.milliseconds : nil) { marks.append((index, since)) }
        }
        // Together those that were read at about the same time: the earliest decides for all in a query.
        marks.sort { ($0.since, $0.index) < ($1.since, $1.index) }
        let size = GraphQLQuery<ProjectPulses>.pulsesAtOnce
        for start in stride(from: 0, to: marks.count, by: size) {
            let chunk = marks[start..<min(start + size, marks.count)]
            let projects = chunk.map { backfills[$0.index].project.id }
            let pulses = try await pulses(of: projects, since: marks[start].since, graphQL)
            let found = Dictionary(pulses.map { ($0.counts.id, $0) }, uniquingKeysWith: { $1 })
            for mark in chunk { backfills[mark.index].pulse = found[backfills[mark.index].project.id] }
        }
    }

    /// None when they cannot be had: they only save requests, the lists themselves will tell.
    private func pulses(
        of projects: [ProjectID], since: Int64, _ graphQL: GraphQLReader
    ) async throws(GitLabError) -> [Pulse] {
        do {
            let answer = try await graphQL.send(
                .pulses(of: projects, updatedAfter: Date(milliseconds: since)))
            return (answer.value.value.projects?.nodes ?? []).map {
                Pulse(counts: $0, since: since, began: answer.began)
            }
        } catch {
            guard error.leavesREST else { throw error }
            return []
        }
    }

    /// Where the first of the project's lists would be read on; `nil` unless all were read to their end.
    private func earliestMark(
        of project: ProjectKey, _ plan: BackfillPlan
    ) async throws(StorageError) -> Int64? {
        let kinds = [RecordKind.mergeRequest, .issue, .pipeline].filter(plan.kinds.contains)
        var earliest: Int64?
        for kind in kinds {
            let bookmark = try await Bookmark(kind.rawValue, of: project, in: state, at: time.now)
            guard let last = bookmark.checkpoint, last.isComplete, last.since <= plan.since else {
                return nil
            }
            let start = max(last.since.milliseconds, last.watermark - configuration.overlapMilliseconds)
            earliest = min(earliest ?? start, start)
        }
        return earliest
    }
}
