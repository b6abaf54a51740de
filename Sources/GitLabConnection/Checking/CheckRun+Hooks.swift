import Foundation
import GitLabAPI
import GitLabVocabulary

extension CheckRun {
    /// How the hook at our URL fares, by GitLab's own account of it: the project's, or else its group's.
    mutating func examineHooks(of project: Project, _ role: AccessLevel, _ client: WatchedClient) async {
        guard let url = options.hookURL else { return skip(.hookHealth, because: "no webhook URL was given") }
        guard role >= Capability.manageHooks.role else {
            return skip(.hookHealth, because: "only a Maintainer sees webhooks")
        }
        do throws(GitLabError) {
            let owner = HookOwner.project(.id(project.id))
            let hooks = try await client.send(.hooks(of: owner)).elements
            let evidence = client.evidence()
            if let hook = hooks.first(where: { $0.url == url }) {
                let events = try await recentEvents(of: hook, owner, client)
                return record(.hookHealth, note: "webhook \(hook.id)", findings(hook, events, client))
            }
            if let (hook, owner) = await groupHook(url, above: project, client) {
                let events = try await recentEvents(of: hook, owner, client)
                return record(
                    .hookHealth, note: "webhook \(hook.id) of the \(owner)", findings(hook, events, client))
            }
            record(
                .hookHealth,
                [
                    Finding(
                        .hookMissing, .note, "Neither the project nor its group has a webhook for this URL.",
                        evidence: evidence)
                ])
        } catch {
            fail(.hookHealth, error, client)
        }
    }

    /// `nil` where there is none, and where it is not shown: to others than owners, and below Premium.
    private func groupHook(
        _ url: String, above project: Project, _ client: WatchedClient
    ) async -> (hook: Hook, owner: HookOwner)? {
        guard let namespace = project.namespace, namespace.kind == "group" else { return nil }
        let owner = HookOwner.group(.path(namespace.fullPath))
        guard let hooks = try? await client.send(.hooks(of: owner)).elements else { return nil }
        return hooks.first { $0.url == url }.map { ($0, owner) }
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
