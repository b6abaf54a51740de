/// The transports every client wants, around one that reaches the network. From outside in:
///
/// 1. `RetryingTransport`: outermost, so that after a long wait everything below starts afresh: the token of
///    before may have expired.
/// 2. `CredentialTransport`: adds the token, and swaps it on a 401.
/// 3. `RedirectingTransport`: below credentials, since it decides which of them a new address may see.
/// 4. `RateLimitingTransport`: innermost, so that every single exchange counts, those after a redirect and a
///    swapped token too, and so that every 429 is seen.
///
/// An `AuditingTransport` goes below all of them, around the transport that reaches the network.
public struct StandardTransport: Transport {
    public struct Configuration: Hashable, Sendable {
        public var retrying: RetryingTransport.Configuration
        public var rateLimiting: RateLimitingTransport.Configuration

        public init(
            retrying: RetryingTransport.Configuration = .init(),
            rateLimiting: RateLimitingTransport.Configuration = .init()
        ) {
            self.retrying = retrying
            self.rateLimiting = rateLimiting
        }
    }

    private let outermost: RetryingTransport

    /// - Parameters:
    ///   - base: reaches the network: a `URLSessionTransport`, or a fake GitLab.
    ///   - random: numbers from 0 to 1, for jitter.
    ///   - onWait: told of every pause before a repetition.
    public init(
        instance: InstanceURL, credentials: any CredentialProvider, over base: any Transport,
        configuration: Configuration = Configuration(), time: any TimeSource = .system,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) {
        let limited = RateLimitingTransport(over: base, configuration: configuration.rateLimiting, time: time)
        let authorized = CredentialTransport(
            instance: instance, credentials: credentials,
            over: RedirectingTransport(over: limited, within: instance), time: time)
        outermost = RetryingTransport(
            over: authorized, configuration: configuration.retrying, time: time, random: random,
            onWait: onWait)
    }

    /// The same with a pool in the place of one credential: below retries, one set of 2 to 4 for each credential of
    /// the pool (see `PooledTransport`).
    public init(
        instance: InstanceURL, pool: CredentialPool, over base: any Transport,
        configuration: Configuration = Configuration(), time: any TimeSource = .system,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        onWait: (@Sendable (RetryWait) -> Void)? = nil
    ) {
        let pooled = PooledTransport(
            instance: instance, pool: pool, over: base, rateLimiting: configuration.rateLimiting, time: time)
        outermost = RetryingTransport(
            over: pooled, configuration: configuration.retrying, time: time, random: random, onWait: onWait)
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        try await outermost.send(request)
    }
}
