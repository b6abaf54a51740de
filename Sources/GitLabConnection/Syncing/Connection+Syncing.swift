import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Connection {
    func dueProjects() async throws(ConnectionError) -> [ProjectID] {
        let now = now
        return try await storedProjects().filter { $0.isDue(at: now) }.map(\.project)
    }

    /// Reads what changed in these projects, in one run, and moves their status on. The read of each begins where its
    /// last one ended, however long ago.
    func sync(
        _ projects: [ProjectID], reporting reporter: BackfillProgress.Reporter = .init()
    ) async throws(ConnectionError) {
        guard let known = try await stored() else { return }
        // One deselected while this was being asked for is not read, whatever its status says by now.
        let projects = projects.filter { !known.selection.excluded.contains(.project($0)) }
        guard !projects.isEmpty else { return }
        let began = now
        let claims = try await claim(projects)
        guard !claims.projects.isEmpty else { return }
        let result = await read(claims, since: known.since, reporting: reporter)
        await claims.release()
        let outcome: BackfillOutcome
        do throws(IngestionError) {
            outcome = try result.get()
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

    /// Those of the projects that no other run, in this process or another, reads now.
    func claim(_ projects: [ProjectID]) async throws(ConnectionError) -> ClaimedState {
        try await storing { () async throws(StorageError) in
            try await ClaimedState(claiming: projects, of: instance, in: state, time: time)
        }
    }

    private func read(
        _ claims: ClaimedState, since: Instant, reporting reporter: BackfillProgress.Reporter
    ) async -> Result<BackfillOutcome, IngestionError> {
        let plan = BackfillPlan(
            instance: instance, selections: claims.projects.map { .project(.id($0)) }, since: since,
            kinds: kinds)
        let backfill = Backfill(
            client: client, storage: storage, state: claims, time: time, configuration: reading)
        do throws(IngestionError) {
            return .success(try await backfill.run(plan, reporting: reporter))
        } catch {
            return .failure(error)
        }
    }

    /// A project that was not found is reported under the name the plan gave it, its id.
    private func project(of report: BackfillOutcome.ProjectReport) -> ProjectID? {
        report.project?.projectID ?? Int(report.name).map { ProjectID(rawValue: $0) }
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

    /// Reads what deliveries left to be read of these projects, each at most every 30 seconds. What a sync has read since
    /// is not read again. Where access turns out to be lost, a sync is due, which says so.
    func refresh(_ projects: [ProjectID]) async throws(ConnectionError) {
        let claims = try await claim(projects)
        let keys = Set(claims.projects.map { ProjectKey(instance, $0.rawValue) })
        let outcome: RefreshOutcome
        do throws(IngestionError) {
            outcome = try await refresh.run(queue, of: keys)
            await claims.release()
        } catch {
            await claims.release()
            if let fault = error.gitLab { try await note(StatusFault(fault)) }
            throw .ingestion(error)
        }
        for report in outcome.projects where report.outcome.isLost {
            let now = now
            try await change(report.project.projectID) { $0.nextSync = now }
        }
    }

    /// What concerns the whole connection; `nil` when it works.
    func note(_ fault: StatusFault?) async throws(ConnectionError) {
        try await change { $0.lastError = fault }
    }
}

extension ProjectOutcome {
    fileprivate var isLost: Bool {
        if case .lost = SyncOutcome(self) { true } else { false }
    }
}
