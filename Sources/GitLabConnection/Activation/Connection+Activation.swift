import GitLabAPI
import GitLabVocabulary
public import MetricsCore
public import MetricsIngestion
import MetricsStorage

extension Connection {
    /// Checks, selects, registers hooks, reads history, and leaves the status that says so.
    ///
    /// Every step finds what is done already: called again after it was cut off anywhere, it goes on there and ends in
    /// the same state. A hook that is refused leaves the project to the schedule alone, which reads it all the same.
    /// Hooks that led elsewhere for this connection before are removed once the new ones are there.
    ///
    /// - Parameters:
    ///   - since: from when on history is read; an activation that was begun keeps its own.
    ///   - check: says what must be put right first; `nil` when all is well.
    ///   - progress: told of each step as it begins.
    /// - Returns: the status, "connected, N projects, last sync …".
    /// - Throws: `.checkFailed`; what stops all of it.
    public func activate(
        _ selection: ProjectSelection, since: Instant,
        check: (@Sendable () async -> StatusFault?)? = nil,
        reporting reporter: BackfillProgress.Reporter = .init(),
        progress: @Sendable (ActivationStep) -> Void = { _ in }
    ) async throws(ConnectionError) -> ConnectionStatus {
        progress(.check)
        if let fault = await check?() { throw .checkFailed(fault) }
        progress(.selection)
        _ = try await storing { () async throws(StorageError) in
            try await record.update { old in
                var record = old ?? ConnectionRecord(selection: selection, since: since)
                record.selection = selection
                record.formerHookURL = record.hookURL == hook?.url ? record.formerHookURL : record.hookURL
                record.hookURL = hook?.url
                record.isActive = true
                return record
            }
        }
        try await resolveSelection(probing: true)
        progress(.hooks)
        try await maintainHooks(all: true)
        try await removeFormerHooks()
        try await lookAtToken()
        progress(.backfill)
        try await sync(try await dueProjects(), reporting: reporter)
        progress(.finished)
        return try await currentStatus()
    }

    func currentStatus() async throws(ConnectionError) -> ConnectionStatus {
        let status = try await storing { () async throws(StorageError) in try await self.status() }
        guard let status else { throw .missing(instance.rawValue) }
        return status
    }
}
