import Foundation
import Synchronization

/// Sends a request again after answers and faults that pass.
///
/// - 429: GitLab did not execute the request, so it is sent again whatever its method, when `Retry-After` or
///   else `RateLimit-Reset` says, or after a minute and more of its own (application limits say nothing:
///   <https://docs.gitlab.com/security/rate_limits/>).
/// - 502, 503, 504 and broken, timed out or refused connections: only repeatable requests, with exponential
///   backoff and full jitter; never before a `Retry-After`.
/// - A host name that does not resolve and a refused connection count as passing only once the instance has
///   answered: before that, the address is more likely wrong than the instance down.
///
/// When attempts or the waiting budget are used up the last answer or error is handed on as it is.
public final class RetryingTransport: Transport {
    public struct Configuration: Hashable, Sendable {
        /// How often a request is sent at most, the first time included; at least 1.
        public var attempts: Int
        /// How long one request may wait in all. A longer wait, asked for by GitLab or our own, is not begun.
        public var budget: Duration
        /// Bound of the first pause after a fault; it doubles with each attempt.
        public var firstPause: Duration
        /// Bound of every pause after a fault.
        public var longestPause: Duration
        /// Pause after a first 429 that does not say until when; it doubles with each attempt, and up to half
        /// of it is added at random.
        public var rateLimitPause: Duration

        public init(
            attempts: Int = 6, budget: Duration = .seconds(900), firstPause: Duration = .seconds(1),
            longestPause: Duration = .seconds(30), rateLimitPause: Duration = .seconds(60)
        ) {
            self.attempts = attempts
            self.budget = budget
            self.firstPause = firstPause
            self.longestPause = longestPause
            self.rateLimitPause = rateLimitPause
        }
    }

    let configuration: Configuration
    let time: any TimeSource
    private let base: any Transport
    private let random: @Sendable () -> Double
    private let onWait: (@Sendable (RetryWait) -> Void)?
    private let hasAnswered = Atomic(false)

    /// - Parameters:
    ///   - random: numbers from 0 to 1, for jitter.
    ///   - onWait: told of every pause as it begins, on the task that waits; must return soon.
    public init(
        over base: any Transport, configuration: Configuration = Configuration(),
        time: any TimeSource = .system, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) {
        self.base = base
        self.configuration = configuration
        self.time = time
        self.random = random
        self.onWait = onWait
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        var waited = Duration.zero
        var attempt = 1
        while true {
            var request = request
            request.attempt = attempt
            let outcome = await attemptOnce(request)
            guard attempt < configuration.attempts,
                let failure = Failure(outcome, of: request, now: time.now),
                isPassing(failure, request)
            else { return try outcome.get() }
            let pause = pause(after: attempt, failure)
            guard waited + pause <= configuration.budget else { return try outcome.get() }
            try await wait(pause, after: attempt, failure, request)
            waited += pause
            attempt += 1
        }
    }

    private func attemptOnce(_ request: HTTPRequest) async -> Result<HTTPResponse, GitLabError> {
        guard !Task.isCancelled else {
            return .failure(GitLabError(.cancelled, request: request.description))
        }
        do throws(GitLabError) {
            let response = try await base.send(request)
            hasAnswered.store(true, ordering: .relaxed)
            return .success(response)
        } catch {
            return .failure(error)
        }
    }

    private func isPassing(_ failure: Failure, _ request: HTTPRequest) -> Bool {
        switch failure.error.code {
        case .rateLimited: true
        case .connectionBroken, .timedOut: request.isRepeatable
        case .serverFault: request.isRepeatable && failure.isGateway
        case .unreachableDNS, .unreachableRefused:
            request.isRepeatable && hasAnswered.load(ordering: .relaxed)
        default: false
        }
    }

    private func pause(after attempt: Int, _ failure: Failure) -> Duration {
        let asked = failure.retryAt.map { Duration.seconds(max(0, $0.timeIntervalSince(time.now))) }
        if asked == nil, failure.error.code == .rateLimited {
            let pauses = Backoff(first: configuration.rateLimitPause, longest: configuration.budget)
            return pauses.bound(after: attempt) + pauses.pause(after: attempt, random: random()) / 2
        }
        let backoff = Backoff(first: configuration.firstPause, longest: configuration.longestPause)
        return max(asked ?? .zero, backoff.pause(after: attempt, random: random()))
    }

    private func wait(
        _ pause: Duration, after attempt: Int, _ failure: Failure, _ request: HTTPRequest
    ) async throws(GitLabError) {
        onWait?(
            RetryWait(
                request: request.description, attempt: attempt,
                until: time.now.addingTimeInterval(pause / .seconds(1)), error: failure.error))
        do {
            try await time.sleep(for: pause)
        } catch {
            throw GitLabError(.cancelled, request: request.description)
        }
    }
}

extension RetryingTransport {
    /// An answer or a fault that might pass.
    private struct Failure {
        let error: GitLabError
        /// When to come back, if the server said so.
        let retryAt: Date?
        /// 502, 503, 504: something before GitLab, or GitLab starting up.
        let isGateway: Bool

        init?(_ outcome: Result<HTTPResponse, GitLabError>, of request: HTTPRequest, now: Date) {
            switch outcome {
            case .failure(let error):
                self.error = error
                retryAt = error.retryAt
                isGateway = error.status.map(Self.isGateway) ?? false
            case .success(let response) where response.status == 429 || Self.isGateway(response.status):
                error = GitLabError(response: response, request: request, now: now)
                let limits = RateLimitStatus(response.headers, now: now)
                retryAt = response.status == 429 ? limits.retryAt : limits.retryAfter
                isGateway = Self.isGateway(response.status)
            case .success:
                return nil
            }
        }

        private static func isGateway(_ status: Int) -> Bool { (502...504).contains(status) }
    }
}
