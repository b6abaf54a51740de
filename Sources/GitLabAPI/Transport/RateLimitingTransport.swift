import Foundation
import Synchronization

/// Lets requests out no faster than a given rate, and slower when GitLab's `RateLimit-*` headers say that little
/// is left, so that a 429 need not come (<https://docs.gitlab.com/security/rate_limits/>).
///
/// Requests leave in the order they came. Within any 60 seconds at most `requestsPerMinute` leave, in bursts of
/// at most a tenth of that and ten. Once less than a quarter of GitLab's own limit remains, the rest is spread
/// evenly over the time until its reset. A 429 to one holds back all, until GitLab says.
public final class RateLimitingTransport: Transport {
    public struct Configuration: Hashable, Sendable {
        /// Requests within any 60 seconds; `nil` for as many as come.
        public var requestsPerMinute: Int?
        /// How long all wait after a 429 that does not say until when.
        public var pause: Duration
        /// When GitLab wants a longer pause than this, requests fail at once with `.rateLimited` rather than
        /// wait for it.
        public var longestPause: Duration

        public init(
            requestsPerMinute: Int? = 600, pause: Duration = .seconds(60),
            longestPause: Duration = .seconds(900)
        ) {
            self.requestsPerMinute = requestsPerMinute
            self.pause = pause
            self.longestPause = longestPause
        }
    }

    private let base: any Transport
    private let configuration: Configuration
    private let time: any TimeSource
    /// One slot: the first in the queue waits for its time, the others for their turn.
    private let turn = ConcurrencyLimit(1)
    private let pace: Mutex<RequestPace>

    public init(
        over base: any Transport, configuration: Configuration = Configuration(),
        time: any TimeSource = .system
    ) {
        self.base = base
        self.configuration = configuration
        self.time = time
        pace = Mutex(RequestPace(requestsPerMinute: configuration.requestsPerMinute))
    }

    /// How many requests have come and not left yet.
    public var queued: Int { turn.occupancy }

    /// How long a request would wait that came now, and what GitLab still allows.
    var load: CredentialLedger.Load {
        let now = time.now
        let queued = queued
        return pace.withLock { $0.load(behind: queued, now: now) }
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        try await turn.acquire()
        try await departInTurn(request)
        let response = try await base.send(request)
        learn(from: response)
        return response
    }

    private func departInTurn(_ request: HTTPRequest) async throws(GitLabError) {
        defer { turn.release() }
        // Looked at again after every sleep: meanwhile an answer may have changed the pace.
        while let wait = departOrWait() {
            guard !isPausedForTooLong else {
                let pausedUntil = pace.withLock { $0.pausedUntil }
                throw GitLabError(.rateLimited, request: request.description, retryAt: pausedUntil)
            }
            do {
                try await time.sleep(for: wait)
            } catch {
                throw GitLabError(.cancelled, request: request.description)
            }
        }
    }

    /// Counts the request and returns `nil` if it may leave now, else how long to wait.
    private func departOrWait() -> Duration? {
        let now = time.now
        return pace.withLock { pace in
            let departure = pace.departure(now: now)
            guard departure > now else {
                pace.depart(now: now)
                return nil
            }
            return .milliseconds((departure.timeIntervalSince(now) * 1000).rounded(.up))
        }
    }

    private var isPausedForTooLong: Bool {
        let left = pace.withLock { $0.pausedUntil.timeIntervalSince(time.now) }
        return left > configuration.longestPause / .seconds(1)
    }

    private func learn(from response: HTTPResponse) {
        let now = time.now
        let status = RateLimitStatus(response.headers, now: now)
        pace.withLock { pace in
            pace.learn(status, now: now)
            guard response.status == 429 else { return }
            pace.pause(until: status.retryAt ?? now.addingTimeInterval(configuration.pause / .seconds(1)))
        }
    }
}
