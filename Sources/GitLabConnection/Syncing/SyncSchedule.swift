public import MetricsCore

/// When projects are read again.
public struct SyncSchedule: Codable, Hashable, Sendable {
    /// The last sync of a healthy project is never older, but for the time its run takes; 30 minutes by default, in
    /// whole seconds and at least one minute.
    public var interval: Int64
    /// How often a project whose access is lost is probed, in seconds; daily by default.
    public var probeInterval: Int64

    public init(interval: Duration = .seconds(1800), probeInterval: Duration = .seconds(86_400)) {
        self.interval = max(60, interval.components.seconds)
        self.probeInterval = max(self.interval, probeInterval.components.seconds)
    }

    /// Up to a fifth early, never late; at least a twentieth early, so that the run is through in time.
    ///
    /// - Parameter random: 0 to 1.
    public func next(after began: Instant, isLost: Bool, random: Double) -> Instant {
        let span = isLost ? probeInterval : interval
        let share = random >= 0 && random <= 1 ? random : 0
        return began.advanced(bySeconds: span - Int64(Double(span) * (0.05 + 0.15 * share)))
    }
}
