import GitLabAPI
public import GitLabVocabulary
public import MetricsCore

/// How one project of a connection fares.
public struct ProjectStatus: Codable, Hashable, Sendable {
    public let project: ProjectID
    /// As it was when last seen.
    public var path: String
    public var state: ConnectionState
    /// When the last complete sync began: everything that GitLab showed before is here.
    public var lastSync: Instant?
    /// When a delivery for it last came in.
    public var lastDelivery: Instant?
    /// When it is to be read next; a probe while it is unreachable.
    public var nextSync: Instant
    /// `nil` while it is well.
    public var lastError: StatusFault?
    /// Since when no sync was complete; `nil` while it is well.
    public var failingSince: Instant?
    /// When its hook was last seen to; `nil` while it has none of ours.
    public var hookCheckedAt: Instant?
    /// Why its hook could not be made or removed, or sends nothing; the schedule alone keeps it up to date then. `nil`
    /// while all is well, or none is wanted.
    public var hookError: StatusFault?
    /// What is known of each kind of record.
    public var coverage: [RecordKind: CoverageRecord.Status]

    /// A project that was never read: due at once.
    public init(project: ProjectID, path: String, at now: Instant) {
        self.project = project
        self.path = path
        state = .connected
        nextSync = now
        coverage = [:]
    }

    /// Seconds since the last complete sync; `nil` before the first.
    public func lag(at now: Instant) -> Int64? { lastSync.map { max(0, $0.seconds(until: now)) } }

    /// Whether it is to be read, or probed, at that time.
    public func isDue(at now: Instant) -> Bool {
        state != .excluded && state != .paused && nextSync <= now
    }

    /// Whether a list that names it tells that access came back: one answered with 403 was listed all along.
    var isBackInSight: Bool {
        state == .unreachable && lastError?.code == GitLabError.Code.notFound.rawValue
    }

    /// Whether its hook is to be seen to: at first, and every so many seconds, or to be removed, since the project was
    /// let go.
    func isHookDue(at now: Instant, every interval: Int64) -> Bool {
        let isOld = hookCheckedAt.map { $0.seconds(until: now) >= interval }
        return switch state {
        case .excluded: isOld.map { $0 || hookError == nil } ?? false
        case .unreachable: false
        default: isOld ?? true
        }
    }

    /// Moves the state on. What is excluded or paused stays so, whatever a sync still under way brings.
    ///
    /// - Parameters:
    ///   - began: when the sync began.
    ///   - schedule: when the next is due.
    ///   - random: 0 to 1, spreads syncs.
    public mutating func record(
        _ outcome: SyncOutcome, began: Instant, schedule: SyncSchedule, random: Double
    ) {
        if outcome == .cancelled { return }
        let isActive = state != .excluded && state != .paused
        switch outcome {
        case .synced:
            if isActive { state = .connected }
            lastSync = max(lastSync ?? began, began)
            (lastError, failingSince) = (nil, nil)
            nextSync = schedule.next(after: began, random: random)
        case .failed(let fault):
            if isActive { state = .degraded }
            let since = failingSince ?? began
            (lastError, failingSince) = (fault, since)
            nextSync = schedule.nextRetry(after: began, failingSince: since, random: random)
        case .lost(let fault):
            if isActive { state = .unreachable }
            (lastError, failingSince) = (fault, failingSince ?? began)
            nextSync = schedule.nextProbe(after: began, random: random)
        case .cancelled: break
        }
    }
}
