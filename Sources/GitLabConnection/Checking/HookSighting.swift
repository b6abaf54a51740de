import Foundation
import GitLabAPI
import GitLabVocabulary

/// A webhook as a check sees it at one moment: its state, and how its last deliveries went.
struct HookSighting: Sendable {
    let hook: Hook
    let owner: HookOwner
    /// The newest first; `nil` before 17.3, which show no log.
    let events: [HookEvent]?

    init(_ hook: Hook, of owner: HookOwner, _ client: WatchedClient) async throws(GitLabError) {
        self.hook = hook
        self.owner = owner
        do throws(GitLabError) {
            events = try await client.send(.hookEvents(ofHook: hook.id, of: owner, perPage: 20)).elements
        } catch {
            guard error.code == .notFound else { throw error }
            events = nil
        }
    }

    /// The same hook as it is now; `nil` where it cannot be read.
    func again(_ client: WatchedClient) async -> HookSighting? {
        guard let hook = try? await client.send(.hook(hook.id, of: owner)) else { return nil }
        return try? await HookSighting(hook, of: owner, client)
    }

    /// `webhook 7 of the group acme`.
    var note: String {
        if case .project = owner { "webhook \(hook.id)" } else { "webhook \(hook.id) of the \(owner)" }
    }

    var isResting: Bool { hook.alertStatus == .disabled || hook.alertStatus == .temporarilyDisabled }

    /// What GitLab's own account of it says is wrong.
    func findings(_ evidence: Finding.Evidence) -> [Finding] {
        // What made GitLab stop is the more telling; that it did comes after.
        [lastFailure(evidence), rest(evidence)].compactMap { $0 }
    }

    private func lastFailure(_ evidence: Finding.Evidence) -> Finding? {
        guard let last = events?.first else { return nil }
        guard let status = last.responseStatus else {
            return Finding(
                .hookUnreachable, .error, "GitLab got no answer from our receiver to the last delivery.",
                evidence: evidence)
        }
        guard !(200..<400).contains(status) else { return nil }
        return Finding(
            .hookFailing, .error, "Our receiver answered the last delivery with \(status).",
            evidence: evidence)
    }

    private func rest(_ evidence: Finding.Evidence) -> Finding? {
        guard isResting else { return nil }
        let until = hook.disabledUntil.map { " until \($0.ISO8601Format())" } ?? ""
        return Finding(
            .hookDisabled, .error, "GitLab has stopped sending this webhook\(until), after many failures.",
            evidence: evidence)
    }
}
