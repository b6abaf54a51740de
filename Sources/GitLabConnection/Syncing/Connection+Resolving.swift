import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Connection {
    /// Takes in projects that came since, and lets go of those excluded since. When GitLab fails, the projects known by
    /// then stay, and the status says so.
    ///
    /// - Parameter probing: whether single projects whose access is lost are asked for before their probe is due.
    func resolveSelection(probing: Bool = false) async throws(ConnectionError) {
        let began = now
        guard let known = try await stored() else { throw .missing(instance.rawValue) }
        var selection = known.selection
        let statuses = try await storedProjects()
        if !probing {
            let resting = statuses.filter { $0.state == .unreachable && $0.nextSync > began }
            selection.included.removeAll { rule in
                resting.contains { rule == .project($0.project) || rule == .path($0.path) }
            }
        }
        let resolved: ResolvedSelection
        do throws(GitLabError) {
            resolved = try await selection.resolve(client)
        } catch {
            let fault = StatusFault(error)
            try await change { $0.selectionError = fault }
            throw .gitLab(error)
        }
        let listed = Set(resolved.projects.map(\.id))
        for status in statuses where status.state != .excluded && !listed.contains(status.project) {
            // One whose access is lost is named still, by its last path.
            if known.selection.includes(status.project, path: status.path) { continue }
            try await exclude(status.project)
        }
        for project in resolved.projects { try await take(project, at: began) }
        let unresolved = unresolved(resolved, statuses)
        try await change { record in
            record.resolvedAt = began
            record.selectionError = nil
            record.unresolved = unresolved
        }
    }

    private func take(_ project: SelectedProject, at began: Instant) async throws(ConnectionError) {
        guard project.isSelected else { return try await exclude(project.id, path: project.path) }
        _ = try await storing { () async throws(StorageError) in
            try await status(of: project.id).update { old in
                var status = old ?? ProjectStatus(project: project.id, path: project.path, at: began)
                status.path = project.path
                if status.state == .excluded || status.isBackInSight {
                    // Listed again: it answers, and its gap is read at once.
                    status.state = .degraded
                    status.nextSync = began
                }
                return status
            }
        }
    }

    /// Nothing is read of it and no delivery applied from now on.
    ///
    /// - Parameter path: given for one that may not be known yet.
    func exclude(_ project: ProjectID, path: String? = nil) async throws(ConnectionError) {
        let now = now
        _ = try await storing { () async throws(StorageError) in
            try await status(of: project).update { old in
                guard var status = old ?? path.map({ ProjectStatus(project: project, path: $0, at: now) })
                else { return nil }
                status.state = .excluded
                return status
            }
            try await queue.forget(ProjectKey(instance, project.rawValue), at: time.now)
        }
    }

    /// Rules that lead nowhere, but for those that name a project known from before: its status says that it is lost.
    private func unresolved(
        _ resolved: ResolvedSelection, _ statuses: [ProjectStatus]
    ) -> [UnresolvedRule]? {
        let rules = resolved.unresolved.filter { rule, _ in
            !statuses.contains { rule.matches($0.project, path: $0.path) }
        }
        guard !rules.isEmpty else { return nil }
        return rules.map { UnresolvedRule(rule: $0.key, fault: StatusFault($0.value)) }
            .sorted { $0.rule.description < $1.rule.description }
    }
}
