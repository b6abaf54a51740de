import GitLabAPI
import MetricsCore
import MetricsStorage

extension ProjectBackfill {
    /// What the way a kind is read does not tell, with what the ways it was read before did not: those records are
    /// stored as they were told.
    func untold(of kind: RecordKind) async throws(StorageError) -> [UntoldFact] {
        let id = CoverageRecord.ID(project: key, kind: kind)
        let before = try await stored([.coverage]).coverage[id]?.extent.value.untold ?? []
        return Set(before + untoldNow(of: kind)).sorted()
    }

    private func untoldNow(of kind: RecordKind) -> [UntoldFact] {
        let schema = log.entries.fallbacks[kind] == nil ? graphQL?.schema : nil
        let asksREST = way != .graphQL
        switch kind {
        case .mergeRequest:
            guard let schema else { return [.size, .bots, .timeLogs] }
            return untold(asksREST, [.squashCommit, .closedBy])
                + untold(schema.has("committedDate", on: "Commit"), [.commitDates])
                + untold(schema.has("id", on: "Timelog"), [.timeLogs])
        case .issue:
            guard let schema else { return [.bots, .issueNotes, .timeLogs] }
            return untold(asksREST, [.closedBy]) + untold(schema.has("id", on: "Timelog"), [.timeLogs])
        case .deployment:
            return untold(schema?.has("deployments", on: "Environment") ?? false, [.finish])
        case .pipeline:
            return untold(asksREST || schema?.has("source", on: "Pipeline") == true, [.pipelineOrigin])
        default: return []
        }
    }

    private func untold(_ isTold: Bool, _ facts: [UntoldFact]) -> [UntoldFact] { isTold ? [] : facts }
}
