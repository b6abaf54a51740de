import Foundation
public import GitLabAPI
public import LoopbackServer
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
    private struct State {
        var world: World
        var faults: FaultPlan
        var limiter: RateLimiter?
        var requests = 0
        var log: RequestLog
        var graphQL: GraphQL.Server
        var onRequest: (@Sendable (inout World) -> Void)?
    }

    private let state: Mutex<State>
    /// The clock of the instance: of every change, of tokens' expiry, of rate limits and of `Date` headers.
    public let time: any TimeSource

    /// - Parameters:
    ///   - rateLimit: requests a user may send a minute; `nil`, as on a self-managed instance, for no limit.
    ///   - faults: how the instance misbehaves; not at all by default.
    ///   - log: where requests are written down.
    ///   - queryRowLimit: how many rows a GraphQL query may read before it times out; `nil` for any number.
    public init(
        world: World, time: any TimeSource = SystemTime(), rateLimit: RateLimit? = nil,
        faults: FaultPlan = FaultPlan(), log: RequestLog = RequestLog(), queryRowLimit: Int? = nil
    ) {
        self.time = time
        state = Mutex(
            State(
                world: world, faults: faults, limiter: rateLimit.map { RateLimiter($0) }, log: log,
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

    /// Changes the world at the present moment.
    @discardableResult
    public func change<Result>(_ body: (inout World) throws -> Result) rethrows -> Result
    where Result: Sendable {
        let now = time.now
        return try state.withLock { state in
            state.world.now = now
            return try body(&state.world)
        }
    }

    /// Runs before each request is answered, so that rows move while they are paged; `nil` stops it.
    public func beforeEachRequest(_ change: (@Sendable (inout World) -> Void)?) {
        state.withLock { $0.onRequest = change }
    }

    /// Answers one request.
    ///
    /// - Parameter origin: scheme and host under which the client reached the instance, for `Link` headers.
    public func respond(to request: ServerRequest, origin: String) -> ServerResponse {
        let now = time.now
        return state.withLock { state in
            state.world.now = now
            state.requests += 1
            state.onRequest?(&state.world)
            let number = state.requests
            let faults = state.faults.next(for: request)
            let clock = state.world.clock
            if let response = faults.compactMap({ fault in
                fault.replacement(of: request, origin: origin, now: clock)
            }).first {
                state.log.append(RequestLog.Entry(request, status: response.status))
                return faults.reduce(response) { $1.disturbing($0) }
            }
            var answer = Self.answer(request, origin: origin, &state)
            state.log.append(RequestLog.Entry(request, answer))
            answer.headers += [
                ("Date", state.world.clock.httpDate), ("Content-Type", answer.contentType),
                ("X-Request-Id", "01FAKE\(String(number, radix: 36, uppercase: true))"),
                ("Cache-Control", "max-age=0, private, must-revalidate"), ("Vary", "Origin"),
            ]
            let response = ServerResponse(status: answer.status, headers: answer.headers, body: answer.body)
            return faults.reduce(response) { $1.disturbing($0) }
        }
    }

    private static func answer(_ request: ServerRequest, origin: String, _ state: inout State) -> Answer {
        guard let request = APIRequest(request, origin: origin) else {
            return Answer(status: 404, text: "<!DOCTYPE html><title>404</title>", contentType: "text/html")
        }
        do throws(Rejection) {
            state.world.detectReuse(in: request)
            let caller = try state.world.caller(of: request)
            var limits: [(name: String, value: String)] = []
            if state.limiter != nil {
                switch state.limiter?.admit(caller.user, at: state.world.clock) {
                case .refused(let answer): return answer
                case .admitted(let headers): limits = headers
                case nil: break
                }
            }
            var answer =
                request.isGraphQL
                ? state.graphQL.answer(request, by: caller, &state.world)
                : route(request, caller, &state.world)
            answer.headers += limits
            return answer
        } catch {
            return request.isGraphQL ? GraphQL.Server.refusal(error) : Answer(error)
        }
    }

    private static func route(_ request: APIRequest, _ caller: Caller, _ world: inout World) -> Answer {
        var allowed: [String] = []
        var pattern: String?
        do throws(Rejection) {
            for route in Route.all {
                guard route.exists(in: world), let captures = route.captures(request.segments) else {
                    continue
                }
                guard route.method == request.method else {
                    allowed.append(route.method)
                    continue
                }
                pattern = route.pattern
                try world.check(caller, has: route.scopes)
                if let token = caller.token { world.tokens[token]?.lastUsedAt = world.clock }
                var answer = try route.answer(
                    Call(request: request, caller: caller, captures: captures), in: &world)
                answer.route = pattern
                return answer
            }
            if request.method != "GET" { try world.check(caller, has: ["api"]) }
            throw allowed.isEmpty ? .noSuchRoute : .error(405, "405 Not Allowed")
        } catch {
            var answer = Answer(error)
            answer.route = pattern
            return answer
        }
    }
}
