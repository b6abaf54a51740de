import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsIngestion

extension CheckRun {
    /// How the hook at our URL fares, by GitLab's own account of it: the project's, or else its group's. Tested if that
    /// was asked for.
    mutating func examineHooks(of project: Project, _ role: AccessLevel, _ client: WatchedClient) async {
        skipTest(because: "no webhook was found to test")
        guard let text = options.hookURL else { return skipHook(because: "no webhook URL was given") }
        guard let url = HookURL(text) else { return record(.hookHealth, [Self.noAddress]) }
        guard role >= Capability.manageHooks.role else {
            return skipHook(because: "only a Maintainer sees and tests webhooks")
        }
        do throws(GitLabError) {
            let owner = HookOwner.project(.id(project.id))
            let hooks = try await client.send(.hooks(of: owner)).elements
            let evidence = client.evidence()
            if let hook = hooks.first(where: { HookURL($0.url) == url }) {
                return try await examine(hook, of: owner, client)
            }
            if let (hook, owner) = await groupHook(url, above: project, client) {
                return try await examine(hook, of: owner, client)
            }
            record(
                .hookHealth,
                [
                    Finding(
                        .hookMissing, options.testsHook ? .error : .note,
                        "Neither the project nor its group has a webhook for this URL.", evidence: evidence)
                ])
        } catch {
            fail(.hookHealth, error, client)
        }
    }

    private static let noAddress = Finding(
        .invalidAddress, .error, "The URL given for webhooks is no web address.",
        remedy: "Give the URL by which GitLab reaches the receiver, such as https://metrics.example.com/hook."
    )

    private mutating func skipHook(because note: String) {
        skip(.hookHealth, because: note)
        skipTest(because: note)
    }

    private mutating func skipTest(because note: String) {
        skip(.testDelivery, because: options.testsHook ? note : "not asked for")
    }

    private mutating func examine(
        _ hook: Hook, of owner: HookOwner, _ client: WatchedClient
    ) async throws(GitLabError) {
        let sighting = try await HookSighting(hook, of: owner, client)
        record(.hookHealth, note: sighting.note, sighting.findings(client.evidence()))
        if options.testsHook { await test(sighting, client) }
    }

    /// `nil` where there is none, and where it is not shown: to others than owners, and below Premium.
    private func groupHook(
        _ url: HookURL, above project: Project, _ client: WatchedClient
    ) async -> (hook: Hook, owner: HookOwner)? {
        guard let namespace = project.namespace, namespace.kind == "group" else { return nil }
        let owner = HookOwner.group(.path(namespace.fullPath))
        guard let hooks = try? await client.send(.hooks(of: owner)).elements else { return nil }
        return hooks.first { HookURL($0.url) == url }.map { ($0, owner) }
    }
}
