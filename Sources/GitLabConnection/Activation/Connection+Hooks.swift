import GitLabAPI
public import GitLabVocabulary
import MetricsCore
public import MetricsIngestion
import MetricsStorage

extension Connection {
    var registrar: HookRegistrar {
        HookRegistrar(client: client, instance: instance, state: state, time: time)
    }

    /// Sees to the hook of every selected project that answers, and notes where it was refused.
    func register(_ hook: HookWish) async throws(ConnectionError) {
        let projects = try await storing { () async throws(StorageError) in try await statuses() }
            .filter { $0.state != .excluded && $0.state != .unreachable }
        let reports = await registrar.ensure(hook, at: projects.map { .project(.id($0.project)) })
        for (project, report) in zip(projects, reports) {
            let fault = report.error.map {
                $0.gitLab.map { StatusFault($0) }
                    ?? StatusFault(code: $0.code.rawValue, sentence: "\($0.code)")
            }
            guard project.hookError != fault else { continue }
            _ = try await storing { () async throws(StorageError) in
                try await status(of: project.project).update { old in
                    var status = old
                    status?.hookError = fault
                    return status
                }
            }
        }
    }

    /// Leaves the project out from now on: removes its hook, and no sync that begins later writes to it. Its records
    /// stay.
    ///
    /// - Returns: which hooks were removed.
    @discardableResult
    public func deselect(_ project: ProjectID) async throws(ConnectionError) -> [HookID] {
        let known = try await storing { () async throws(StorageError) in
            try await record.update { old in
                guard var record = old else { return nil }
                if !record.selection.excluded.contains(.project(project)) {
                    record.selection.excluded.append(.project(project))
                }
                return record
            }
        }
        guard let known else { throw .missing(instance.rawValue) }
        _ = try await storing { () async throws(StorageError) in
            try await status(of: project).update { old in
                var status = old
                status?.state = .excluded
                return status
            }
        }
        guard let url = known.hookURL else { return [] }
        let reports = await registrar.remove(url, at: [.project(.id(project))])
        if let error = reports.first?.error { throw .ingestion(error) }
        return reports.first?.value ?? []
    }

    /// Ends the connection: nothing is read any more, and every hook of ours is removed. Records and status stay, and
    /// `activate` takes it up again.
    ///
    /// - Returns: a report for each project; where access is lost, the hook cannot be removed.
    @discardableResult
    public func deactivate() async throws(ConnectionError) -> [HookReport<[HookID]>] {
        let known = try await storing { () async throws(StorageError) in
            try await record.update { old in
                var record = old
                record?.isActive = false
                return record
            }
        }
        guard let url = known?.hookURL else { return [] }
        let projects = try await storing { () async throws(StorageError) in try await statuses() }
        return await registrar.remove(url, at: projects.map { .project(.id($0.project)) })
    }
}
