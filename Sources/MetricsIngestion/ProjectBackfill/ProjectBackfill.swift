import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

/// Reads one project, kind after kind, in the order in which they need each other.
struct ProjectBackfill: Sendable {
    let project: Project
    /// When the read of the project began.
    let began: ReadStart
    /// What has changed since the last run; `nil` where that is to be found out.
    var pulse: Pulse?
    let plan: BackfillPlan
    var reader: Reader
    /// `nil` where only REST is asked.
    var graphQL: GraphQLReader?
    let storage: any RecordStorage
    let state: any StateStorage
    let configuration: Backfill.Configuration
    let log = ProjectLog()

    var key: ProjectKey { ProjectKey(plan.instance, project.id.rawValue) }
    var reference: ProjectReference { .id(project.id) }

    var way: ReadingWay { configuration.way }

    func context(_ began: ReadStart) -> ReadContext {
        ReadContext(project: key, began: began, tickets: configuration.tickets)
    }

    /// - Throws: only what ends the whole run; how this project went is in its `report`.
    func run() async throws {
        defer { reader.reporter.end(key) }
        do {
            try await storage.merge(RecordSet([project.record(context(began))]))
            try await cover(.project, .complete, Extent(since: .distantPast, until: began.earliest))
            for step in steps where !step.isSweep || graphQL == nil {
                try await perform(step)
                reader.reporter.advance(key, to: Double(step.index + 1) / Double(steps.count))
            }
        } catch let error as GitLabError where !error.stopsEverything {
            // Errors of single kinds are in the log; this one ended the project.
            log.end(ProjectOutcome(error))
        }
    }

    var report: BackfillOutcome.ProjectReport {
        let entries = log.entries
        return BackfillOutcome.ProjectReport(
            name: project.pathWithNamespace, project: key, outcome: log.outcome,
            rows: entries.rows, skipped: entries.skipped, fallbacks: entries.fallbacks)
    }

    func wants(_ kind: RecordKind) -> Bool {
        plan.kinds.contains(kind) && log.entries.refused[kind] == nil
    }

    /// Merges records into the store.
    func merge(_ records: RecordSet) async throws(StorageError) {
        if !records.isEmpty { try await storage.merge(records) }
    }

    /// What is stored of this project, of these kinds.
    func stored(
        _ kinds: Set<RecordKind>, of references: Set<RecordReference>? = nil,
        activity: Range<Instant>? = nil
    ) async throws(StorageError) -> ProjectRecords {
        let query = RecordQuery(projects: [key], kinds: kinds, activity: activity, references: references)
        return try await storage.records(matching: query)[key]
    }
}
