import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// All branches. When they were made and deleted is in the events.
    func readBranches() async throws -> Extent {
        try await readWhole(
            BranchRecord.self, .branches(in: reference, perPage: configuration.pageSize),
            id: { (branch: Branch) in branch.name }, gone: { BranchRecord(id: $0) }
        ) { rows, context in RecordSet(rows.map { $0.record(context) }) }
    }

    /// All tags.
    func readTags() async throws -> Extent {
        try await readWhole(
            TagRecord.self,
            .tags(in: reference, orderBy: .name, sort: .ascending, perPage: configuration.pageSize),
            id: { (tag: Tag) in tag.name }, gone: { TagRecord(id: $0) }
        ) { rows, context in RecordSet(rows.map { $0.record(context) }) }
    }
}
