import Foundation
import GitLabAPI
import GitLabVocabulary

/// Sending one hook's deliveries again.
extension DeliveryRecovery {
    /// Fewer than after which GitLab rests a hook.
    private static let failuresUntilGivingUp = HookLog.failuresUntilRest - 1
    private static let attempts = 3

    /// Sends them again one after the other, until so many fail in a row that one more might have the hook rest.
    ///
    /// - Parameter failing: how many have failed in a row before.
    /// - Returns: those that did not arrive.
    func resend(
        _ events: [HookEvent], _ hook: HookID, _ owner: HookOwner, after failing: Int
    ) async throws(IngestionError) -> [String] {
        var failed: [String] = []
        var inARow = min(failing, Self.failuresUntilGivingUp - 1)
        var pace = ResendPace(time: registrar.time)
        for (position, event) in events.enumerated() {
            if try await resend(event, hook, owner, &pace) {
                inARow = 0
                continue
            }
            failed.append(event.sending)
            inARow += 1
            if inARow == Self.failuresUntilGivingUp {
                return failed + events.dropFirst(position + 1).map(\.sending)
            }
        }
        return failed
    }

    /// - Returns: whether it arrived.
    private func resend(
        _ event: HookEvent, _ hook: HookID, _ owner: HookOwner, _ pace: inout ResendPace
    ) async throws(IngestionError) -> Bool {
        for _ in 1...Self.attempts {
            do {
                try await pace.wait()
                let answer = try await registrar.client.send(
                    .resendHookEvent(event.id, ofHook: hook, of: owner))
                return answer.responseStatus.map { 200..<400 ~= $0 } ?? false
            } catch let error as GitLabError {
                guard error.code == .rateLimited else {
                    if error.code == .cancelled { throw IngestionError(ofHooks: error) }
                    return false
                }
                do {
                    try await pace.waitLonger(error)
                } catch {
                    throw IngestionError(ofHooks: GitLabError(.cancelled))
                }
            } catch {
                throw IngestionError(ofHooks: GitLabError(.cancelled))
            }
        }
        return false
    }
}
