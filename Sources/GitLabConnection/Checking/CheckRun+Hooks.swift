import Foundation
import GitLabAPI
import GitLabVocabulary

extension CheckRun {
    /// How the hook at our URL fares, by GitLab's own account of it.
    mutating func examineHooks(
        of project: ProjectReference, _ role: AccessLevel, _ client: WatchedClient
    ) async {
        guard let url = options.hookURL else { return skip(.hookHealth, because: "no webhook URL was given") }
        guard role >= Capability.manageHooks.role else {
            return skip(.hookHealth, because: "only a Maintainer sees webhooks")
        }
        let owner = HookOwner.project(project)
        do throws(GitLabError) {
            let hooks = try await client.send(.hooks(of: owner)).elements
            guard let hook = hooks.first(where: { $0.url == url }) else {
                record(
                    .hookHealth,
                    [
                        Finding(
                            .hookMissing, .note, "The project has no webhook for this URL.",
                            evidence: client.evidence())
                    ])
                return
            }
            let events = try await recentEvents(of: hook, owner, client)
            record(.hookHealth, note: "webhook \(hook.id)", findings(hook, events, client))
        } catch {
            fail(.hookHealth, error, client)
        }
    }

    /// The log; `nil` before 17.3, which keep none for the API.
    private func recentEvents(
        of hook: Hook, _ owner: HookOwner, _ client: WatchedClient
    ) async throws(GitLabError) -> [HookEvent]? {
        do throws(GitLabError) {
            return try await client.send(.hookEvents(ofHook: hook.id, of: owner, perPage: 20)).elements
        } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }

    private func findings(_ hook: Hook, _ events: [HookEvent]?, _ client: WatchedClient) -> [Finding] {
        var findings: [Finding] = []
        if let last = events?.first {
            if let status = last.responseStatus {
                if !(200..<400).contains(status) {
                    findings.append(
                        Finding(
                            .hookFailing, .error, "Our receiver answered the last delivery with \(status).",
                            evidence: client.evidence()))
                }
            } else {
                findings.append(
                    Finding(
                        .hookUnreachable, .error,
                        "GitLab got no answer from our receiver to the last delivery.",
                        evidence: client.evidence()))
            }
        }
        guard hook.alertStatus == .disabled || hook.alertStatus == .temporarilyDisabled else {
            return findings
        }
        let until = hook.disabledUntil.map { " until \($0.ISO8601Format())" } ?? ""
        // What made GitLab stop is the more telling; this says that it did.
        findings.append(
            Finding(
                .hookDisabled, .error,
                "GitLab has stopped sending this webhook\(until), after many failures.",
                evidence: client.evidence()))
        return findings
    }
}
