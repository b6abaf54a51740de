import GitLabAPI
public import GitLabVocabulary
import MetricsCore
import MetricsStorage

/// Reads the changes of a connection's projects on its schedule, and whenever asked.
///
/// A project is read by one run at a time: who asks for it meanwhile waits for that run. Have one `AutoSync` a
/// connection in a process; of two processes that read a project at a time, the store refuses one.
public actor AutoSync {
    public let connection: Connection
    private var running: [ProjectID: Task<ConnectionError?, Never>] = [:]

    public init(_ connection: Connection) { self.connection = connection }

    /// Does what is due, then waits for the next, until the task is cancelled. What fails shows in the status and is
    /// tried again a minute later.
    public func run() async {
        while !Task.isCancelled {
            do {
                try await step()
                try await connection.time.sleep(for: .seconds(try await wait()))
            } catch is CancellationError {
                return
            } catch {
                do { try await connection.time.sleep(for: .seconds(60)) } catch { return }
            }
        }
    }

    /// Reads every project that is due now, and takes in projects that came since.
    ///
    /// - Returns: the projects that were due.
    @discardableResult
    public func step() async throws(ConnectionError) -> [ProjectID] {
        guard try await isOn() else { return [] }
        let record = try await connection.storing { () async throws(StorageError) in
            try await connection.record.value()
        }
        let age = record?.resolvedAt?.seconds(until: connection.now) ?? .max
        if age >= connection.schedule.interval * 4 / 5 { try await connection.resolveSelection() }
        let due = try await connection.dueProjects()
        try await sync(due)
        return due
    }

    /// Reads these projects now, or all that are not excluded, whatever the schedule says.
    public func syncNow(_ projects: [ProjectID]? = nil) async throws(ConnectionError) {
        let statuses = try await connection.storing { () async throws(StorageError) in
            try await connection.statuses()
        }
        let readable = statuses.filter { $0.state != .excluded }.map(\.project)
        try await sync(projects.map { wanted in readable.filter(wanted.contains) } ?? readable)
    }

    private func sync(_ projects: [ProjectID]) async throws(ConnectionError) {
        let fresh = projects.filter { running[$0] == nil }
        var tasks = Set(projects.compactMap { running[$0] })
        if !fresh.isEmpty {
            let task = Task { [connection] () -> ConnectionError? in
                do throws(ConnectionError) {
                    try await connection.sync(fresh)
                    return nil
                } catch {
                    return error
                }
            }
            for project in fresh { running[project] = task }
            tasks.insert(task)
            defer { for project in fresh { running[project] = nil } }
            let error = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
            if let error { throw error }
            tasks.remove(task)
        }
        for task in tasks {
            if let error = await task.value { throw error }
            // Who began it gave up before it was through.
            if task.isCancelled, !Task.isCancelled { return try await sync(projects) }
        }
    }

    private func isOn() async throws(ConnectionError) -> Bool {
        let record = try await connection.storing { () async throws(StorageError) in
            try await connection.record.value()
        }
        return record.map { $0.isActive && !$0.isPaused } ?? false
    }

    /// Seconds until something is due: at least one, at most a minute, so that pausing and new projects are heeded.
    private func wait() async throws(ConnectionError) -> Int64 {
        guard try await isOn() else { return 60 }
        let statuses = try await connection.storing { () async throws(StorageError) in
            try await connection.statuses()
        }
        let next = statuses.filter { $0.state != .excluded && $0.state != .paused }.map(\.nextSync).min()
        return min(60, max(1, next.map { connection.now.seconds(until: $0) } ?? 60))
    }
}
