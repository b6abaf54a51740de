import GitLabAPI
public import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage

/// Reads the changes of a connection's projects on its schedule, what deliveries left to be read within seconds, and
/// either whenever asked.
///
/// A project is read by one run at a time: who asks for it meanwhile waits for that run, and what a sync has read is
/// not read again because a delivery told of it too. Have one `AutoSync` a connection in a process; of several
/// processes, one reads a project at a time, and the others pass it by.
public actor AutoSync {
    private struct Run {
        /// Otherwise it reads only what deliveries left to be read.
        let isSync: Bool
        let task: Task<ConnectionError?, Never>
    }

    public let connection: Connection
    private var runs: [ProjectID: Run] = [:]
    /// Has `run()` look for what deliveries left to be read.
    var alarm: AsyncStream<Void>.Continuation?

    public init(_ connection: Connection) { self.connection = connection }

    /// Reads every project that is due now, takes in projects that came since, sees to their hooks, and reads what
    /// deliveries left to be read.
    ///
    /// - Returns: the projects that were due.
    /// - Throws: what stops all of it. When GitLab does not tell which projects there are, those known are read before
    ///   that is thrown.
    @discardableResult
    public func step() async throws(ConnectionError) -> [ProjectID] {
        guard try await isOn() else { return [] }
        var failure: ConnectionError?
        do throws(ConnectionError) {
            try await resolve()
        } catch {
            guard let cause = error.gitLab, !cause.stopsEverything else { throw error }
            failure = error
        }
        let due = try await connection.dueProjects()
        try await sync(due)
        try await refresh()
        if let failure { throw failure }
        return due
    }

    private func resolve() async throws(ConnectionError) {
        let age = try await connection.stored()?.resolvedAt?.seconds(until: connection.now) ?? .max
        guard age >= connection.schedule.interval * 4 / 5 else { return }
        try await connection.resolveSelection()
        try await connection.maintainHooks()
        try await connection.lookAtToken()
    }

    /// Reads these projects now, or all that are not excluded, whatever the schedule says.
    public func syncNow(_ projects: [ProjectID]? = nil) async throws(ConnectionError) {
        let readable = try await statuses { $0.state != .excluded }
        try await sync(projects.map { wanted in readable.filter(wanted.contains) } ?? readable)
    }

    /// Reads what deliveries left to be read, but of projects that are being read, or whose access is lost.
    public func refresh() async throws(ConnectionError) {
        let due = try await connection.storing { () async throws(StorageError) in
            try await connection.queue.dueProjects(
                interval: connection.refresh.configuration.interval, at: connection.time.now)
        }
        guard !due.isEmpty, try await isOn() else { return }
        let readable = try await statuses { $0.state == .connected || $0.state == .degraded }
        let free = readable.filter { project in
            runs[project] == nil && due.contains(ProjectKey(connection.instance, project.rawValue))
        }
        guard !free.isEmpty else { return }
        if let error = await value(of: begin(free, isSync: false)) { throw error }
    }

    private func sync(_ projects: [ProjectID]) async throws(ConnectionError) {
        // A refresh has its end soon, and leaves the sync less to read.
        while let refresh = projects.lazy.compactMap({ self.runs[$0] }).first(where: { !$0.isSync }) {
            _ = await refresh.task.value
        }
        let others = Set(projects.compactMap { runs[$0]?.task })
        let fresh = projects.filter { runs[$0] == nil }
        if !fresh.isEmpty, let error = await value(of: begin(fresh, isSync: true)) { throw error }
        for task in others {
            if let error = await task.value { throw error }
            // Who began it gave up before it was through.
            if task.isCancelled, !Task.isCancelled { return try await sync(projects) }
        }
    }

    /// From now on until it ends, it is the only run of these projects in this process.
    private func begin(_ projects: [ProjectID], isSync: Bool) -> Task<ConnectionError?, Never> {
        let task = Task { () -> ConnectionError? in
            defer { for project in projects { runs[project] = nil } }
            do throws(ConnectionError) {
                if isSync {
                    try await connection.sync(projects)
                } else {
                    try await connection.refresh(projects)
                }
                return nil
            } catch {
                return error
            }
        }
        for project in projects { runs[project] = Run(isSync: isSync, task: task) }
        return task
    }

    /// Cancelled with the surrounding task.
    private func value(of task: Task<ConnectionError?, Never>) async -> ConnectionError? {
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func statuses(
        where isWanted: (ProjectStatus) -> Bool
    ) async throws(ConnectionError) -> [ProjectID] {
        try await connection.storedProjects().filter(isWanted).map(\.project)
    }

    func isOn() async throws(ConnectionError) -> Bool {
        try await connection.stored().map { $0.isActive && !$0.isPaused } ?? false
    }
}
