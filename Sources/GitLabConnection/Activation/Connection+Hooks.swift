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
            var disabled: [ProjectID] = []
            for (status, report) in zip(wanted, reports) {
                if report.value?.hook.alertStatus == .disabled { disabled.append(status.project) }
                try await note(
                    report.error.map { StatusFault(ofHooks: $0) }, ofHookOf: status.project, at: now)
            }
            try await wake(disabled, hook)
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
        for status in projects { try await note(nil, ofHookOf: status.project, at: nil) }
    }

    private func remove(
        _ url: String, of projects: [ProjectID]
    ) async throws(ConnectionError) -> [HookReport<[HookID]>] {
        let reports = await registrar.remove(url, at: projects.map { .project(.id($0)) })
        for (project, report) in zip(projects, reports) {
            let fault = report.error.map { StatusFault(ofHooks: $0) }
            try await note(fault, ofHookOf: project, at: fault == nil ? nil : now)
        }
        return reports
    }

    /// Has GitLab send tests over hooks it gave up for good, which a receiver that takes them wakes: five at a time, as
    /// many as GitLab sends a minute; the others have their turn when hooks are seen to next.
    private func wake(_ projects: [ProjectID], _ hook: HookWish) async throws(ConnectionError) {
        let disabled = StatusFault(
            code: Finding.Code.hookDisabled.rawValue, sentence: Finding.Code.hookDisabled.remedy)
        let reports = await registrar.test(hook.url, at: projects.prefix(5).map { .project(.id($0)) })
        for (project, report) in zip(projects, reports) {
            let isAwake = report.value.map { $0.alertStatus != .disabled } ?? false
            try await note(isAwake ? nil : disabled, ofHookOf: project, at: now)
        }
        for project in projects.dropFirst(5) { try await note(disabled, ofHookOf: project, at: nil) }
    }

    /// - Parameter checkedAt: `nil` for one that is to be seen to again, or is gone.
    private func note(
        _ fault: StatusFault?, ofHookOf project: ProjectID, at checkedAt: Instant?
    ) async throws(ConnectionError) {
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

extension StatusFault {
    fileprivate init(ofHooks error: IngestionError) {
        self =
            error.gitLab.map { StatusFault($0) }
            ?? StatusFault(code: error.code.rawValue, sentence: error.code.rawValue)
    }
}
