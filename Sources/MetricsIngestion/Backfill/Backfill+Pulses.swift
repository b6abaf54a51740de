import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Backfill {
    /// The pulses of the projects that were read to the end before, many by one query: where nothing has changed,
    /// nothing need be asked. A project whose pulse cannot be felt is read as if it had none.
    func pulses(
        of projects: [ProjectID], _ plan: BackfillPlan, _ graphQL: GraphQLReader
    ) async throws -> [ProjectID: Pulse] {
        var marks: [(project: ProjectID, since: Int64)] = []
        for project in projects {
            if let since = try await earliestMark(of: ProjectKey(plan.instance, project.rawValue), plan) {
                marks.append((project, since))
            }
        }
        // Together those that were read at about the same time: the earliest decides for all in a query.
        marks.sort { ($0.since, $0.project) < ($1.since, $1.project) }
        let size = GraphQLQuery<ProjectPulses>.pulsesAtOnce
        let chunks = stride(from: 0, to: marks.count, by: size).map {
            Array(marks[$0..<min($0 + size, marks.count)])
        }
        var pulses: [ProjectID: Pulse] = [:]
        for chunk in chunks {
            for pulse in try await self.pulses(of: chunk.map(\.project), since: chunk[0].since, graphQL) {
                pulses[pulse.counts.id] = pulse
            }
        }
        return pulses
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
