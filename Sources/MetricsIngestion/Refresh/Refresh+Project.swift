import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Refresh {
    /// Reads the keys of one project.
    ///
    /// - Throws: only what ends the whole run.
    func read(
        _ keys: Set<RefreshKey>, of project: ProjectKey, _ reader: Reader, _ graphQL: GraphQLReader?,
        into storage: any RecordStorage
    ) async throws -> RefreshOutcome.ProjectReport {
        let plan = try await plan(for: project)
        do {
            let answer = try await reader.send(.project(reference(to: project)))
            var backfill = ProjectBackfill(
                project: answer.value, began: answer.began, plan: plan, reader: reader, storage: storage,
                state: state, configuration: configuration.reading)
            if var graphQL {
                graphQL.project = backfill.reference
                backfill.graphQL = graphQL
            }
            let rest = try await backfill.refresh(Set(keys.map(\.subject)))
            return .init(
                project: project, outcome: backfill.log.outcome(of: rest.unread),
                unread: Set(rest.unread.map { RefreshKey(project, $0) }),
                settling: Set(rest.settling.map { RefreshKey(project, $0) }))
        } catch let error as GitLabError where !error.stopsEverything {
            guard error.code == .notFound else {
                return .init(project: project, outcome: ProjectOutcome(error), unread: keys)
            }
            // That it is gone is the answer to all of them.
            let backfill = Backfill(client: client, storage: storage, state: state, time: time)
            try await backfill.mark(project, .unreachable, plan)
            return .init(project: project, outcome: .unreachable)
        }
    }

    private func reference(to project: ProjectKey) -> ProjectReference {
        .id(project.projectID)
    }

    /// What is kept of the project, since when it is known.
    private func plan(for project: ProjectKey) async throws(StorageError) -> BackfillPlan {
        let known = try await storage.records(matching: RecordQuery(projects: [project], kinds: [.coverage]))
        let since = known[project].coverage.lazy.map(\.extent.value.since).filter { $0 != .distantPast }.min()
        return BackfillPlan(
            instance: project.instance,
            selections: [.project(reference(to: project))],
            since: since ?? Instant(time.now).advanced(bySeconds: Int64(-86_400 * configuration.days)),
            kinds: configuration.kinds)
    }
}

extension ProjectLog {
    fileprivate func outcome(of unread: Set<RefreshKey.Subject>) -> ProjectOutcome {
        if let end = entries.end { return end }
        return unread.isEmpty ? .completed : .partially(entries.failures)
    }
}
