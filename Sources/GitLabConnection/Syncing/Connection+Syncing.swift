import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Connection {
    func dueProjects() async throws(ConnectionError) -> [ProjectID] {
        let now = now
        return try await storing { () async throws(StorageError) in try await statuses() }
            .filter { $0.isDue(at: now) }.map(\.project)
    }

    /// Takes in projects that came since, and lets go of those excluded since.
    ///
    /// - Parameter probing: whether single projects whose access is lost are asked for before their probe is due.
    func resolveSelection(probing: Bool = false) async throws(ConnectionError) {
        let began = now
        let known = try await storing { () async throws(StorageError) in try await record.value() }
        guard let known else { throw .missing(instance.rawValue) }
        var selection = known.selection
        if !probing {
            let resting = try await storing { () async throws(StorageError) in try await statuses() }
                .filter { $0.state == .unreachable && $0.nextSync > began }
            selection.included.removeAll { rule in
                resting.contains { rule == .project($0.project) || rule == .path($0.path) }
            }
        }
        let resolved: ResolvedSelection
        do throws(GitLabError) {
            resolved = try await selection.resolve(client)
        } catch {
            try await note(StatusFault(error))
            throw .gitLab(error)
        }
        try await letGo(of: known.selection, besides: Set(resolved.projects.map(\.id)))
        for project in resolved.projects {
            _ = try await storing { () async throws(StorageError) in
                try await status(of: project.id).update { old in
                    var status = old ?? ProjectStatus(project: project.id, path: project.path, at: began)
                    status.path = project.path
                    if !project.isSelected {
                        status.state = .excluded
                    } else if status.state == .excluded || status.isBackInSight {
                        // Listed again: it answers, and its gap is read at once.
                        status.state = .degraded
                        status.nextSync = began
                    }
                    return status
                }
            }
        }
        _ = try await storing { () async throws(StorageError) in
            try await record.update { old in
                var record = old
                record?.resolvedAt = began
                record?.lastError = nil
                return record
            }
        }
    }

    /// Excludes what no rule names any more. One whose access is lost is named still, by its last path.
    private func letGo(
        of selection: ProjectSelection, besides listed: Set<ProjectID>
    ) async throws(ConnectionError) {
        let known = try await storing { () async throws(StorageError) in try await statuses() }
        for status in known where status.state != .excluded && !listed.contains(status.project) {
            if selection.included.contains(where: { $0.matches(status.project, path: status.path) }) {
                continue
            }
            _ = try await storing { () async throws(StorageError) in
                try await self.status(of: status.project).update { old in
                    var status = old
                    status?.state = .excluded
                    return status
                }
            }
        }
    }

    /// Reads what changed in these projects, in one run, and moves their status on. The read of each begins where its
    /// last one ended, however long ago.
    func sync(
        _ projects: [ProjectID], reporting reporter: BackfillProgress.Reporter = .init()
    ) async throws(ConnectionError) {
        guard let known = try await storing({ () async throws(StorageError) in try await record.value() })
        else { return }
        // One deselected while this was being asked for is not read, whatever its status says by now.
        let projects = projects.filter { !known.selection.excluded.contains(.project($0)) }
        guard !projects.isEmpty else { return }
        let began = now
        let plan = BackfillPlan(
            instance: instance, selections: projects.map { .project(.id($0)) }, since: known.since,
            kinds: kinds)
        let outcome: BackfillOutcome
        do throws(IngestionError) {
            outcome = try await backfill.run(plan, reporting: reporter)
        } catch {
            if let fault = error.gitLab { try await note(StatusFault(fault)) }
            throw .ingestion(error)
        }
        try await note(nil)
        for report in outcome.projects {
            guard let project = project(of: report) else { continue }
            try await move(project, on: SyncOutcome(report.outcome), began: began)
        }
    }

    /// A project that was not found is reported under the name the plan gave it, its id.
    private func project(of report: BackfillOutcome.ProjectReport) -> ProjectID? {
        report.project.map { ProjectID(rawValue: Int($0.id)) }
            ?? Int(report.name).map { ProjectID(rawValue: $0) }
    }

    private func move(
        _ project: ProjectID, on outcome: SyncOutcome, began: Instant
    ) async throws(ConnectionError) {
        let random = random()
        _ = try await storing { () async throws(StorageError) in
            let key = ProjectKey(instance, project.rawValue)
            let records = try await storage.records(
                matching: RecordQuery(projects: [key], kinds: [.coverage]))
            var coverage: [RecordKind: CoverageRecord.Status] = [:]
            for kind in kinds {
                let id = CoverageRecord.ID(project: key, kind: kind)
                coverage[kind] = records[key].coverage[id]?.extent.value.status
            }
            try await status(of: project).update { old in
                var status = old
                status?.record(outcome, began: began, schedule: schedule, random: random)
                status?.coverage = coverage
                return status
            }
        }
    }

    /// What concerns the whole connection; `nil` when it works.
    func note(_ fault: StatusFault?) async throws(ConnectionError) {
        _ = try await storing { () async throws(StorageError) in
            try await record.update { old in
                var record = old
                record?.lastError = fault
                return record
            }
        }
    }
}
