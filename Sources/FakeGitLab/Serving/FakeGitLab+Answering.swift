import Foundation
import GitLabAPI
public import LoopbackServer
import Synchronization

extension FakeGitLab {
    /// Answers one request. A test of a hook, or a delivery sent again, is sent first, to `receivers`.
    ///
    /// - Parameter origin: scheme and host under which the client reached the instance, for `Link` headers.
    public func serve(_ request: ServerRequest, origin: String) async -> ServerResponse {
        var exchange = state.withLock { $0.begin(request, origin: origin, at: time.now) }
        if let errand = exchange.errand {
            let turn = await attempt(errand.delivery, over: receivers)
            exchange.conclude(errand.answer(turn ?? .dropped("The request was cancelled")))
        }
        return state.withLock { $0.finish(exchange) }
    }

    /// Answers one request at once, and nothing leaves the instance: who is sent a test of a hook, or a delivery again,
    /// counts as having said 200.
    ///
    /// - Parameter origin: as `serve` takes it.
    public func respond(to request: ServerRequest, origin: String) -> ServerResponse {
        let now = time.now
        return state.withLock { state in
            var exchange = state.begin(request, origin: origin, at: now)
            if let errand = exchange.errand {
                exchange.conclude(errand.answer(state.pretend(errand.delivery, at: now)))
            }
            return state.finish(exchange)
        }
    }
}

extension FakeGitLab.State {
    /// Takes up what the world has announced.
    mutating func collect(causedBy cause: String? = nil) {
        outbox.collect(from: &world, under: hookPolicy, faults: &hookFaults, causedBy: cause)
    }

    fileprivate mutating func begin(_ request: ServerRequest, origin: String, at now: Date) -> Exchange {
        world.now = now
        requests += 1
        onRequest?(&world)
        collect()
        let faults = faults.next(for: request)
        let clock = world.clock
        for fault in faults {
            guard let response = fault.replacement(of: request, origin: origin, now: clock) else { continue }
            return Exchange(request, number: requests, faults: faults, replacement: response)
        }
        let answer = answer(request, origin: origin)
        collect(causedBy: request.header("X-Gitlab-Event-UUID"))
        return Exchange(request, number: requests, faults: faults, answer: answer)
    }

    fileprivate mutating func finish(_ exchange: Exchange) -> ServerResponse {
        let (response, entry) = exchange.response(at: world.clock)
        log.append(entry)
        return response
    }

    /// Sends to nobody, who says 200.
    fileprivate mutating func pretend(_ delivery: PendingDelivery, at now: Date) -> HookTurn {
        let prepared = prepare(delivery, at: now)
        if case .refused(let reason) = prepared { return .dropped(reason) }
        let outcome = HookOutcome.answered(HookReceiver.consent)
        return .sent(record(delivery, prepared, outcome, from: now, to: now), outcome)
    }
}
