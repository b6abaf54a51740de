public import GitLabAPI
import Synchronization

/// A GitLab instance for tests and demonstrations: a world that lives, and the REST and GraphQL APIs in
/// front of it.
///
/// It answers requests as GitLab does, paging, permissions, limits and errors included, and changes when told to.
/// Serve it in process with `FakeGitLabTransport`, or over a loopback socket with `FakeGitLabServer`.
///
/// ```swift
/// let fake = FakeGitLab(world: try WorldGenerator(.init(seed: 1, end: now)).world(), time: time)
/// let iid = try fake.change { try $0.openMergeRequest(in: 1, by: 2, title: "Fix", sourceBranch: "fix") }
/// ```
public final class FakeGitLab: Sendable {
    struct State {
        var world: World
        var faults: FaultPlan
        var hookPolicy: HookPolicy
        var hookFaults = HookFaults()
        var receivers: any Transport = HookReceiver.agreeable
        var outbox = Outbox()
        var limiter: RateLimiter?
        var requests = 0
        var log: RequestLog
        var graphQL: GraphQL.Server
        var onRequest: (@Sendable (inout World) -> Void)?
    }

    let state: Mutex<State>
    /// The clock of the instance: of every change, of tokens' expiry, of rate limits and of `Date` headers.
    public let time: any TimeSource

    /// - Parameters:
    ///   - rateLimit: requests a user may send a minute; `nil`, as on a self-managed instance, for no limit.
    ///   - faults: how the instance misbehaves; not at all by default.
    ///   - log: where requests are written down.
    ///   - queryRowLimit: how many rows a GraphQL query may read before it times out; `nil` for any number.
    ///   - hooks: how webhooks are sent.
    public init(
        world: World, time: any TimeSource = SystemTime(), rateLimit: RateLimit? = nil,
        faults: FaultPlan = FaultPlan(), log: RequestLog = RequestLog(), queryRowLimit: Int? = nil,
        hooks: HookPolicy = HookPolicy()
    ) {
        self.time = time
        state = Mutex(
            State(
                world: world, faults: faults, hookPolicy: hooks, limiter: rateLimit.map { RateLimiter($0) },
                log: log,
                graphQL: GraphQL.Server(rowLimit: queryRowLimit)))
    }

    /// The world as it stands: a copy that later changes do not touch.
    public var world: World { state.withLock { $0.world } }

    /// How many requests have been answered or refused.
    public var requestCount: Int { state.withLock { $0.requests } }

    /// What was asked so far; set an empty one to count from here.
    public var log: RequestLog {
        get { state.withLock { $0.log } }
        set { state.withLock { $0.log = newValue } }
    }

    /// How the instance misbehaves from now on.
    public var faults: FaultPlan {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    /// How webhooks are sent from now on.
    public var hookPolicy: HookPolicy {
        get { state.withLock { $0.hookPolicy } }
        set { state.withLock { $0.hookPolicy = newValue } }
    }

    /// How badly deliveries travel from now on; what waits already is not touched but in its order.
    public var hookFaults: HookFaults {
        get { state.withLock { $0.hookFaults } }
        set { state.withLock { $0.hookFaults = newValue } }
    }

    /// What reaches the receivers of webhooks: one that takes everything, unless another is set. Over a network it is
    /// the transport of a client.
    public var receivers: any Transport {
        get { state.withLock { $0.receivers } }
        set { state.withLock { $0.receivers = newValue } }
    }

    /// Changes the world at the present moment; hooks are told when it is time to `deliver`.
    @discardableResult
    public func change<Result>(_ body: (inout World) throws -> Result) rethrows -> Result
    where Result: Sendable {
        let now = time.now
        return try state.withLock { state in
            state.world.now = now
            defer { state.collect() }
            return try body(&state.world)
        }
    }

    /// Runs before each request is answered, so that rows move while they are paged; `nil` stops it.
    public func beforeEachRequest(_ change: (@Sendable (inout World) -> Void)?) {
        state.withLock { $0.onRequest = change }
    }
}
