public import Foundation
public import MetricsCore
public import MetricsStorage
import WireFormat

/// What is to be read anew, kept until it was: in the store, so that a crash loses none of it.
///
/// What is told again before it is read is read once. Several processes may add and take at a time.
public struct RefreshQueue: Sendable {
    public let instance: InstanceID
    let state: any StateStorage

    public init(instance: InstanceID, state: any StateStorage) {
        self.instance = instance
        self.state = state
    }

    /// Puts keys into the queue. Keys of other instances are left out.
    ///
    /// - Parameter told: when what names them arrived: what is read after that need not be read again. `now` by
    ///   default.
    public func add(_ keys: Set<RefreshKey>, told: Date? = nil, at now: Date) async throws(StorageError) {
        let told = (told ?? now).milliseconds
        for (project, keys) in Dictionary(grouping: keys, by: \.project) where project.instance == instance {
            try await change(project, at: now) {
                $0.add(keys.map(\.subject), told: told, due: now.milliseconds)
            }
        }
    }

    /// Takes out all that waits for the project: nobody wants it any more.
    public func forget(_ project: ProjectKey, at now: Date) async throws(StorageError) {
        try await change(project, at: now) { $0.forget() }
    }

    /// The projects something is due for, if projects are read at most once in that time.
    public func dueProjects(interval: Duration, at now: Date) async throws(StorageError) -> Set<ProjectKey> {
        var found: Set<ProjectKey> = []
        for project in try await projects(at: now) {
            let due = try await waiting(for: project, at: now).waiting.due(interval)
            if let due, due <= now.milliseconds { found.insert(project) }
        }
        return found
    }

    /// Everything that waits, what is not due yet included.
    public func keys(at now: Date) async throws(StorageError) -> Set<RefreshKey> {
        var keys: Set<RefreshKey> = []
        for project in try await projects(at: now) {
            let waiting = try await waiting(for: project, at: now).waiting
            keys.formUnion(waiting.entries.keys.map { RefreshKey(project, $0) })
        }
        return keys
    }

    /// When the next of them is due, if projects are read at most once in that time; `nil` while nothing waits.
    public func nextDue(interval: Duration, at now: Date) async throws(StorageError) -> Date? {
        var next: Int64?
        for project in try await projects(at: now) {
            guard let due = try await waiting(for: project, at: now).waiting.due(interval) else { continue }
            next = min(next ?? due, due)
        }
        return next.map { Date(milliseconds: $0) }
    }

    /// Hands out what is due, and notes that its projects are read now. It stays until `settle`.
    ///
    /// - Parameters:
    ///   - interval: how long ago a project must have been read last; longer after faults.
    ///   - wanted: only what waits for these.
    func take(
        interval: Duration, of wanted: Set<ProjectKey>? = nil, at now: Date
    ) async throws(StorageError) -> [ProjectKey: Taken] {
        var taken: [ProjectKey: Taken] = [:]
        for project in try await projects(at: now) where wanted?.contains(project) ?? true {
            try await change(project, at: now) { waiting in
                taken[project] = waiting.take(interval, at: now.milliseconds)
            }
        }
        return taken
    }

    /// Takes out what was read, unless it was told again meanwhile.
    ///
    /// - Parameters:
    ///   - unread: what stays, to be asked for again after a while that grows with each fault in a row.
    ///   - settling: what is read, but due again at that instant.
    func settle(
        _ project: ProjectKey, _ taken: Taken, unread: Set<RefreshKey.Subject>,
        settling: Set<RefreshKey.Subject>, until due: Date, at now: Date
    ) async throws(StorageError) {
        try await change(project, at: now) { waiting in
            waiting.settle(taken, unread: unread)
            waiting.add(Array(settling), told: due.milliseconds, due: due.milliseconds)
        }
    }

    private func projects(at now: Date) async throws(StorageError) -> [ProjectKey] {
        let keys = try await state.keys(
            in: Self.namespace, prefix: "\(instance)/", at: Instant(now))
        return keys.compactMap { key in
            let id = key.name.dropFirst(instance.rawValue.count + 1)
            return Int64(id).map { ProjectKey(instance, $0) }
        }
    }

    private func waiting(
        for project: ProjectKey, at now: Date
    ) async throws(StorageError) -> (waiting: WaitingKeys, version: StoredValue.Version?) {
        let key = StateKey(namespace: Self.namespace, name: project.description)
        guard let stored = try await state.value(for: key, at: Instant(now)) else {
            return (WaitingKeys(), nil)
        }
        do {
            return (try JSON.decode(WaitingKeys.self, from: stored.bytes), stored.version)
        } catch {
            throw StorageError(.unreadable, detail: "refresh keys \(key)", underlying: error)
        }
    }

    /// Changes what waits for a project. When somebody else was faster, his change is read and this one made again:
    /// each round somebody gets through.
    private func change(
        _ project: ProjectKey, at now: Date, _ change: (inout WaitingKeys) -> Void
    ) async throws(StorageError) {
        let key = StateKey(namespace: Self.namespace, name: project.description)
        while true {
            var (waiting, version) = try await waiting(for: project, at: now)
            let before = waiting
            change(&waiting)
            guard waiting != before else { return }
            do throws(StorageError) {
                // When the project was read last need not be known forever.
                let expiry = waiting.entries.isEmpty ? Instant(now).advanced(bySeconds: Self.memory) : nil
                try await state.set(
                    try waiting.encoded(key), for: key, expecting: version, expiry: expiry, at: Instant(now))
                return
            } catch {
                guard error.code == .conflict, !Task.isCancelled else { throw error }
            }
        }
    }

    private static var namespace: String { "refresh" }
    /// In seconds.
    private static var memory: Int64 { 3600 }
}

extension WaitingKeys {
    fileprivate func encoded(_ key: StateKey) throws(StorageError) -> Data {
        do {
            return try JSONEncoder().encode(self)
        } catch {
            throw StorageError(.unreadable, detail: "refresh keys \(key)", underlying: error)
        }
    }
}
