import Foundation
import GitLabAPI
import Synchronization

/// What became of a delivery whose turn it was.
enum HookTurn: Sendable {
    case sent(HookAttempt, HookOutcome)
    /// The hook is gone, disabled or silent: GitLab drops the delivery without a trace.
    case dropped(String)
}

extension FakeGitLab {
    /// Sends one delivery, outside the lock, and writes it into the log.
    ///
    /// - Returns: `nil` when cancelled: then it counts as not tried.
    func attempt(_ delivery: PendingDelivery, over transport: any Transport) async -> HookTurn? {
        let start = time.now
        let (prepared, policy) = state.withLock { ($0.prepare(delivery, at: start), $0.hookPolicy) }
        let outcome: HookOutcome
        switch prepared {
        case .refused(let reason): return .dropped(reason)
        case .stuck(let obstacle): outcome = .failed(obstacle.reason)
        case .ready(let request):
            do throws(GitLabError) {
                if delivery.isLost { throw GitLabError(.connectionBroken, detail: "the connection broke") }
                let response = try await transport.send(request.request(timeout: policy.timeout))
                let isLate = time.now.timeIntervalSince(start) > policy.timeout / .seconds(1)
                outcome = isLate ? .failed(GitLabError(.timedOut), request.url) : .answered(response)
            } catch {
                if error.code == .cancelled, Task.isCancelled { return nil }
                outcome = .failed(error, request.url)
            }
        }
        let end = time.now
        return state.withLock { .sent($0.record(delivery, prepared, outcome, from: start, to: end), outcome) }
    }
}

extension FakeGitLab.State {
    /// A delivery made ready, or why it is not sent.
    enum Prepared: Sendable {
        case ready(HookRequest)
        /// It fails without leaving the instance.
        case stuck(HookRequest.Obstacle)
        case refused(String)
    }

    mutating func prepare(_ delivery: PendingDelivery, at now: Date) -> Prepared {
        world.now = now
        guard let hook = world.hooks[delivery.hook] else { return .refused("Hook not found") }
        if hookPolicy.isSilent { return .refused("Silent mode enabled") }
        guard delivery.isForced || hook.isRunnable(at: world.clock) else { return .refused("Hook disabled") }
        outbox.note(delivery, at: world.clock)
        do throws(HookRequest.Obstacle) {
            let uuid = world.uuid()
            let request = try HookRequest(delivery, of: hook, in: world, uuid: uuid)
            if hookPolicy.blocksLocalNetwork { try request.checkIsPublic() }
            return .ready(request)
        } catch {
            return .stuck(error)
        }
    }

    /// Counts an attempt for or against its hook, and logs it.
    mutating func record(
        _ delivery: PendingDelivery, _ prepared: Prepared, _ outcome: HookOutcome, from start: Date,
        to end: Date
    ) -> HookAttempt {
        world.now = end
        if hookPolicy.disablesFailing, world.hooks[delivery.hook]?.owner != .instance {
            world.hooks[delivery.hook]?.count(success: outcome.isSuccess, at: world.clock)
        }
        world.log(delivery, prepared, outcome, duration: end.timeIntervalSince(start))
        return HookAttempt(
            hook: delivery.hook, event: delivery.event, idempotencyKey: delivery.idempotencyKey,
            status: outcome.status, failure: outcome.failure)
    }
}
