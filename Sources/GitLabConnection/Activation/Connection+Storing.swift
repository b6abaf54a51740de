import GitLabVocabulary
import MetricsCore
import MetricsStorage

/// What is stored of the connection and its projects, read and changed.
extension Connection {
    func storing<Value: Sendable>(
        _ work: () async throws(StorageError) -> Value
    ) async throws(ConnectionError) -> Value {
        do throws(StorageError) {
            return try await work()
        } catch {
            throw .storage(error)
        }
    }

    /// `nil` when it was never activated.
    func stored() async throws(ConnectionError) -> ConnectionRecord? {
        try await storing { () async throws(StorageError) in try await record.value() }
    }

    /// All of them, the excluded ones included.
    func storedProjects() async throws(ConnectionError) -> [ProjectStatus] {
        try await storing { () async throws(StorageError) in try await statuses() }
    }

    /// - Returns: as it is then; `nil` when it was never activated.
    @discardableResult
    func change(
        _ change: (inout ConnectionRecord) -> Void
    ) async throws(ConnectionError) -> ConnectionRecord? {
        try await storing { () async throws(StorageError) in
            try await record.update { old in
                guard var record = old else { return nil }
                change(&record)
                return record
            }
        }
    }

    /// Nothing for a project that is not known.
    func change(
        _ project: ProjectID, _ change: (inout ProjectStatus) -> Void
    ) async throws(ConnectionError) {
        _ = try await storing { () async throws(StorageError) in
            try await status(of: project).update { old in
                guard var status = old else { return nil }
                change(&status)
                return status
            }
        }
    }
}
