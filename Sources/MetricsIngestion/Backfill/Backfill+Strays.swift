import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Backfill {
    /// Projects that were read before in a group of the plan, and that it no longer lists: transferred, deleted or
    /// hidden. Each is asked for by its id, which stays: one that is elsewhere now is read on there, one that is
    /// not shown is marked as gone and not asked for again until a list shows it.
    func strays(of plan: BackfillPlan, besides targets: [Target], _ reader: Reader) async throws -> [Target] {
        var found: Set<ProjectKey> = []
        var failed: Set<String> = []
        for target in targets {
            switch target {
            case .found(let project, _): found.insert(ProjectKey(plan.instance, project.id.rawValue))
            case .missing(let report): failed.insert(report.name)
            }
        }
        let groups = plan.selections.compactMap { selection -> GroupReference? in
            guard case .group(let group) = selection, !failed.contains(selection.description) else {
                return nil
            }
            return group
        }
        let absent =
            groups.isEmpty ? [] : try await known(plan).filter { !found.contains($0.id) && !$0.isGone }
        guard !absent.isEmpty else { return [] }
        var homes: [String] = []
        for group in groups { homes += try await path(of: group, reader).map { [$0] } ?? [] }
        let strays = absent.filter { project in
            project.paths.contains { path in homes.contains { path.lowercased().hasPrefix("\($0)/") } }
        }
        return try await strays.concurrentMap(atOnce: configuration.requestsPerProject) { stray in
            try await target(ofStray: stray, plan, reader)
        }
    }

    /// The projects stored of the instance, by id.
    private func known(_ plan: BackfillPlan) async throws(StorageError) -> [ProjectRecord] {
        let records = try await storage.records(matching: RecordQuery(kinds: [.project]))
        return records.projects.filter { $0.key.instance == plan.instance }.sorted { $0.key < $1.key }
            .compactMap { key, records in records.project[key] }
    }

    /// The full path of a group, in lower case; `nil` when it cannot be told.
    private func path(of group: GroupReference, _ reader: Reader) async throws -> String? {
        if case .path(let path) = group { return path.lowercased() }
        do {
            return try await reader.send(.group(group)).value.fullPath.lowercased()
        } catch {
            guard !error.stopsEverything else { throw error }
            return nil
        }
    }

    private func target(
        ofStray stray: ProjectRecord, _ plan: BackfillPlan, _ reader: Reader
    ) async throws -> Target {
        do {
            let answer = try await reader.send(.project(.id(stray.id.projectID)))
            return .found(answer.value, answer.began)
        } catch {
            guard !error.stopsEverything else { throw error }
            if error.code == .notFound { try await mark(stray.id, .unreachable, plan) }
            let name = stray.summary?.value.path ?? stray.id.description
            return .missing(.init(name: name, project: stray.id, outcome: ProjectOutcome(error)))
        }
    }
}
