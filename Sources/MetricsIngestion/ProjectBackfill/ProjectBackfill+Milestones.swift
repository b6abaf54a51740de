import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// All milestones, whatever their state, those of the groups above included.
    func readMilestones() async throws -> Extent {
        try await readWhole(
            MilestoneRecord.self,
            .milestones(in: reference, includeAncestors: true, perPage: configuration.pageSize),
            id: { (milestone: Milestone) in milestone.id },
            gone: { MilestoneRecord(id: $0, project: key) }
        ) { rows, context in RecordSet(rows.map { $0.record(context) }) }
    }
}
