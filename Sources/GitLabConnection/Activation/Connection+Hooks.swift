import GitLabAPI
public import GitLabVocabulary
import MetricsCore
public import MetricsIngestion
import MetricsStorage

extension Connection {
    private var registrar: HookRegistrar {
        HookRegistrar(client: client, instance: instance, state: state, time: time)
    }

    /// Sees to the hooks that were not looked at for a day, and removes those of projects that were let go. What is
    /// refused stands in the project's status.
    ///
    /// - Parameter all: whether every hook is looked at, however lately it was.
    func maintainHooks(all: Bool = false) async throws(ConnectionError) {
        let known = try await stored()
        let every = all ? 0 : schedule.probeInterval
        let due = try await storedProjects().filter { $0.isHookDue(at: now, every: every) }
        if let hook {
            let wanted = due.filter { $0.state != .excluded }
            let reports = await registrar.ensure(hook, at: wanted.map { .project(.id($0.project)) })
            for (status, report) in zip(wanted, reports) {
                try await note(report.error, ofHookOf: status.project, checkedAt: now)
            }
        }
        if let url = known?.hookURL {
            _ = try await remove(url, of: due.filter { $0.state == .excluded }.map(\.project))
        }
    }

    /// Hooks at the URL that this connection had before; where that fails, the next activation tries again.
    func removeFormerHooks() async throws(ConnectionError) {
        guard let url = try await stored()?.formerHookURL else { return }
        let projects = try await storedProjects()
        let reports = await registrar.remove(url, at: projects.map { .project(.id($0.project)) })
        guard reports.allSatisfy({ $0.error == nil }) else { return }
        try await change { $0.formerHookURL = nil }
        guard hook == nil else { return }
        for status in projects { try await note(nil, ofHookOf: status.project, checkedAt: nil) }
    }

    private func remove(
        _ url: String, of projects: [ProjectID]
    ) async throws(ConnectionError) -> [HookReport<[HookID]>] {
        let reports = await registrar.remove(url, at: projects.map { .project(.id($0)) })
        for (project, report) in zip(projects, reports) {
            try await note(report.error, ofHookOf: project, checkedAt: report.error == nil ? nil : now)
        }
        return reports
    }

    private func note(
        _ error: IngestionError?, ofHookOf project: ProjectID, checkedAt: Instant?
    ) async throws(ConnectionError) {
        let fault = error.map { error in
            error.gitLab.map { StatusFault($0) }
                ?? StatusFault(code: error.code.rawValue, sentence: error.code.rawValue)
        }
        try await change(project) { status in
            status.hookError = fault
            status.hookCheckedAt = checkedAt
        }
    }

    /// Leaves the project out from now on: removes its hook, forgets what is still to be read of it, and lets nothing
    /// write to it, neither a sync that begins later nor a delivery, be it of a group's hook. Its records stay.
    ///
    /// - Returns: which hooks were removed.
    @discardableResult
    public func deselect(_ project: ProjectID) async throws(ConnectionError) -> [HookID] {
        let known = try await change { record in
            if !record.selection.excluded.contains(.project(project)) {
                record.selection.excluded.append(.project(project))
            }
        }
        guard let known else { throw .missing(instance.rawValue) }
        try await exclude(project)
        guard let url = known.hookURL else { return [] }
        let reports = try await remove(url, of: [project])
        if let error = reports.first?.error { throw .ingestion(error) }
        return reports.first?.value ?? []
    }

    /// Ends the connection: nothing is read and no delivery applied any more, and every hook of ours is removed.
    /// Records and status stay, and `activate` takes it up again.
    ///
    /// - Returns: a report for each project; where access is lost, the hook cannot be removed.
    @discardableResult
    public func deactivate() async throws(ConnectionError) -> [HookReport<[HookID]>] {
        let known = try await change { $0.isActive = false }
        guard let url = known?.hookURL else { return [] }
        return try await remove(url, of: try await storedProjects().map(\.project))
    }
}
