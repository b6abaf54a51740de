public import GitLabAPI
import GitLabVocabulary

extension HookRegistrar {
    /// Has GitLab send a test at once, which also wakes a hook that GitLab sends nothing to any more.
    ///
    /// GitLab sends what was last of the kind, so the project must have such a thing, and answers 422 when there is none
    /// or when the receiver fails: `.gitLab`. Five a minute at most.
    ///
    /// - Parameter trigger: what it is to look like; does not count for the instance.
    /// - Returns: the hook as it is afterwards.
    public func test(
        _ url: String, at owners: [HookOwner], trigger: Hook.Trigger = .push
    ) async -> [HookReport<Hook>] {
        await HookReport.at(owners, atOnce: ownersAtOnce) { owner throws(IngestionError) in
            let hook = try await hook(at: url, of: owner)
            do throws(GitLabError) {
                try await client.send(.testHook(hook.id, of: owner, trigger: trigger))
            } catch {
                throw IngestionError(ofHooks: error)
            }
            return try await send(.hook(hook.id, of: owner))
        }
    }

    /// How each owner's hook at the URL fares: whether GitLab sends to it, and how its last deliveries went.
    public func health(of url: String, at owners: [HookOwner]) async -> [HookReport<HookHealth>] {
        await HookReport.at(owners, atOnce: ownersAtOnce) { owner throws(IngestionError) in
            let hook = try await hook(at: url, of: owner)
            guard owner != .instance else { return HookHealth(hook: hook, recent: nil) }
            do throws(GitLabError) {
                let page = try await client.send(.hookEvents(ofHook: hook.id, of: owner))
                return HookHealth(hook: hook, recent: page.elements)
            } catch {
                if error.code == .notFound { return HookHealth(hook: hook, recent: nil) }
                throw IngestionError(ofHooks: error)
            }
        }
    }
}
