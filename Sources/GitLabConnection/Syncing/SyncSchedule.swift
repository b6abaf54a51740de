public import MetricsCore

/// When projects are read again.
public struct SyncSchedule: Codable, Hashable, Sendable {
    /// The last sync of a healthy project is never older, but for the time its run takes; 30 minutes by default, in
    /// whole seconds and at least one minute.
    public var interval: Int64
    /// How often a project whose access is lost is probed, and a hook looked at again, in seconds; daily by default.
    public var probeInterval: Int64

    public init(interval: Duration = .seconds(1800), probeInterval: Duration = .seconds(86_400)) {
        self.interval = max(60, interval.components.seconds)
        self.probeInterval = max(self.interval, probeInterval.components.seconds)
    }

    /// When a project is due again: up to a fifth early, never late; at least a twentieth early, so that the run is
    /// through in time.
    ///
    /// - Parameter random: 0 to 1.
    public func next(after began: Instant, random: Double) -> Instant {
        Self.early(interval, after: began, random)
    }

    /// When a project whose access is lost is probed.
    public func nextProbe(after began: Instant, random: Double) -> Instant {
        Self.early(probeInterval, after: began, random)
    }

    /// When a sync that failed is tried again: after a minute at first, then twice as long after the first failure each
    /// time, and as often as any project in the end.
    public func nextRetry(after began: Instant, failingSince: Instant, random: Double) -> Instant {
        let span = max(60, failingSince.seconds(until: began))
        return Self.early(min(interval, span), after: began, random)
    }

    private static func early(_ span: Int64, after began: Instant, _ random: Double) -> Instant {
        let share = random >= 0 && random <= 1 ? random : 0
        return began.advanced(bySeconds: span - Int64(Double(span) * (0.05 + 0.15 * share)))
    }
}
