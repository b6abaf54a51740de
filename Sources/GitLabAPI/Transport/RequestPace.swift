import Foundation

/// When the next request may leave: the pure part of rate limiting.
struct RequestPace: Sendable {
    private struct Bucket {
        /// One request earns its place in that long.
        var interval: TimeInterval
        /// How far departures may run ahead of the even pace: the burst.
        var tolerance: TimeInterval
        /// When the bucket would be full again (the "theoretical arrival time" of the generic cell rate algorithm).
        var full = Date.distantPast
    }

    private struct Window {
        var limit: Int?
        var remaining: Int
        var reset: Date

        /// A quarter of what a minute allows.
        var isLow: Bool { remaining * 4 < limit ?? 40 }
    }

    /// Nonsense, such as a reset years away, must not stop everything.
    private static let farthestReset: TimeInterval = 7_200

    private var bucket: Bucket?
    private var window: Window?
    private var lastDeparture = Date.distantPast
    /// After a 429: nothing leaves before.
    private(set) var pausedUntil = Date.distantPast

    /// - Parameter requestsPerMinute: at most so many leave within any 60 seconds; `nil` for no such bound.
    init(requestsPerMinute: Int?) {
        guard let rate = requestsPerMinute.map({ max($0, 1) }) else { return }
        let burst = max(1, min(10, rate / 10))
        // Dividing by the rate less the burst keeps the burst within the bound; the microseconds outweigh rounding.
        let interval = 60.0 / Double(rate - burst + 1) + 2e-6
        bucket = Bucket(interval: interval, tolerance: interval * Double(burst - 1) + 1e-6)
    }

    /// The earliest time the next request may leave; in the past when it may at once.
    func departure(now: Date) -> Date {
        var earliest = pausedUntil
        if let bucket { earliest = max(earliest, bucket.full.addingTimeInterval(-bucket.tolerance)) }
        if let window, window.isLow, window.reset > now { earliest = max(earliest, spread(window)) }
        return earliest
    }

    /// How long a request would wait behind others, and what GitLab still allows in its present window.
    func load(behind queued: Int, now: Date) -> CredentialLedger.Load {
        let wait =
            max(0, departure(now: now).timeIntervalSince(now)) + Double(queued) * (bucket?.interval ?? 0)
        let isOpen = window.map { $0.reset > now } ?? false
        return .init(wait: wait, remaining: isOpen ? window?.remaining ?? .max : .max)
    }

    /// Counts a request that leaves now.
    mutating func depart(now: Date) {
        if let full = bucket?.full, let interval = bucket?.interval {
            bucket?.full = max(full, now).addingTimeInterval(interval)
        }
        window?.remaining -= 1
        lastDeparture = now
    }

    /// Learns from an answer's headers. Answers overtake each other: within one window only the lowest count
    /// holds.
    mutating func learn(_ status: RateLimitStatus, now: Date) {
        guard let remaining = status.remaining, let reset = status.reset,
            reset > now, reset.timeIntervalSince(now) < Self.farthestReset
        else { return }
        if let window, abs(window.reset.timeIntervalSince(reset)) < 2 {
            self.window?.remaining = min(window.remaining, remaining)
        } else if window.map({ $0.reset < reset }) ?? true {
            window = Window(limit: status.limit, remaining: remaining, reset: reset)
        }
    }

    mutating func pause(until date: Date) { pausedUntil = max(pausedUntil, date) }

    /// The requests left, evenly over the time left.
    private func spread(_ window: Window) -> Date {
        guard window.remaining > 0 else { return window.reset }
        let begin = max(lastDeparture, window.reset.addingTimeInterval(-Self.farthestReset))
        let left = window.reset.timeIntervalSince(begin)
        return begin.addingTimeInterval(left / Double(window.remaining + 1))
    }
}
