public import Foundation
public import GitLabAPI
import Synchronization

extension FakeGitLab {
    /// Sends what hooks have not yet been told and is due, one after the other, and says what came of each.
    ///
    /// What is announced meanwhile waits for the next time. What is cut off by cancellation waits too.
    ///
    /// - Parameter transport: reaches the receivers; `receivers` by default.
    @discardableResult
    public func deliver(over transport: (any Transport)? = nil) async -> [HookAttempt] {
        let due = state.withLock { state in
            let due = state.outbox.take(dueBy: Instant(time.now))
            return state.hookFaults.ordered(due)
        }
        return await send(due, over: transport ?? receivers)
    }

    /// Sends everything, what is announced meanwhile too, waiting on the instance's clock for what faults hold back.
    @discardableResult
    public func deliverAll(over transport: (any Transport)? = nil) async -> [HookAttempt] {
        var attempts: [HookAttempt] = []
        while let next = nextDelivery, !Task.isCancelled {
            let wait = next.timeIntervalSince(time.now)
            if wait > 0 { try? await time.sleep(for: .seconds(wait) + .milliseconds(1)) }
            attempts += await deliver(over: transport)
        }
        return attempts
    }

    /// Sends everything as soon as it is announced, until the surrounding task is cancelled. Deliveries do not wait for
    /// each other, as GitLab's do not. What is then still on its way stays to be sent.
    public func keepDelivering(over transport: (any Transport)? = nil) async {
        let (news, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.outbox.news = continuation }
        continuation.yield()
        await withDiscardingTaskGroup { group in
            for await _ in news {
                for delivery in state.withLock({ $0.hookFaults.ordered($0.outbox.takeAll()) }) {
                    group.addTask { await self.sendWhenDue(delivery, over: transport ?? self.receivers) }
                }
            }
        }
    }

    /// How many deliveries wait.
    public var pendingDeliveries: Int { state.withLock { $0.outbox.waiting.count } }

    /// When the next delivery is due, which may be in the past; `nil` when none waits.
    public var nextDelivery: Date? { state.withLock { $0.outbox.waiting.map(\.due).min()?.date } }

    private func sendWhenDue(_ delivery: PendingDelivery, over transport: any Transport) async {
        let wait = delivery.due - Instant(time.now)
        if wait > 0 { try? await time.sleep(for: .seconds(wait)) }
        _ = await send([delivery], over: transport)
    }

    private func send(_ deliveries: [PendingDelivery], over transport: any Transport) async -> [HookAttempt] {
        var attempts: [HookAttempt] = []
        for (index, delivery) in deliveries.enumerated() {
            guard !Task.isCancelled, let turn = await attempt(delivery, over: transport) else {
                state.withLock { $0.outbox.putBack(deliveries[index...]) }
                break
            }
            if case .sent(let attempt, _) = turn { attempts.append(attempt) }
        }
        return attempts
    }
}
