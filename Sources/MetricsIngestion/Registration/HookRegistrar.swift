public import GitLabAPI
public import GitLabVocabulary
public import MetricsCore
public import MetricsStorage
import WebhookModels

/// Sees to it that projects, groups or the instance have a hook as it is wished, and one only.
///
/// ```swift
/// let registrar = HookRegistrar(client: client, instance: "acme", state: storage)
/// let reports = await registrar.ensure(wish, at: [.project("acme/billing"), .group("platform")])
/// ```
///
/// Hooks that lead elsewhere are never touched. Doing it again where all is well sends only reads. The token needs the
/// scope `api` and the role of a Maintainer in projects, Owner in groups, administrator for the instance.
public struct HookRegistrar: Sendable {
    let client: GitLabClient
    let instance: InstanceID
    let state: any StateStorage
    let time: any TimeSource
    let ownersAtOnce: Int

    /// - Parameters:
    ///   - instance: the name under which the client's instance has its records.
    ///   - state: remembers, as codes that do not tell them, which secrets each hook was given.
    ///   - ownersAtOnce: at how many owners something is done at a time; 4 by default.
    public init(
        client: GitLabClient, instance: InstanceID, state: any StateStorage, time: any TimeSource = .system,
        ownersAtOnce: Int = 4
    ) {
        self.client = client
        self.instance = instance
        self.state = state
        self.time = time
        self.ownersAtOnce = ownersAtOnce
    }

    /// Makes the hook where it is missing, changes it where it differs, and removes others at the same URL.
    ///
    /// A secret that is changed reaches GitLab here. One that the wish lacks stays as it is at GitLab.
    public func ensure(_ wish: HookWish, at owners: [HookOwner]) async -> [HookReport<HookChange>] {
        await HookReport.at(owners, atOnce: ownersAtOnce) { owner throws(IngestionError) in
            try await ensure(wish, at: owner)
        }
    }

    /// Removes every hook at the URL; where there is none, nothing.
    ///
    /// - Returns: which were removed.
    public func remove(_ url: String, at owners: [HookOwner]) async -> [HookReport<[HookID]>] {
        await HookReport.at(owners, atOnce: ownersAtOnce) { owner throws(IngestionError) in
            let hooks = try await hooks(at: url, of: owner)
            for hook in hooks { try await remove(hook.id, of: owner) }
            return hooks.map(\.id)
        }
    }

    private func ensure(_ wish: HookWish, at owner: HookOwner) async throws(IngestionError) -> HookChange {
        try wish.check()
        let hooks = try await hooks(at: wish.url, of: owner)
        guard let kept = hooks.first else { return try await create(wish, at: owner) }
        let others = hooks.dropFirst().map(\.id)
        for other in others { try await remove(other, of: owner) }
        let drift = try await drift(of: kept, from: wish, at: owner)
        guard !drift.isEmpty else {
            return HookChange(hook: kept, action: .unchanged, removedDuplicates: others)
        }
        let settings = wish.settings(at: owner, changing: kept)
        let hook = try await send(.editHook(kept.id, of: owner, to: settings))
        if wish.credentials.signingKey != nil, hook.hasSigningToken != true {
            throw IngestionError(.cannotSign)
        }
        try await remember(wish.credentials, of: kept.id)
        return HookChange(hook: hook, action: .updated(drift), removedDuplicates: others)
    }

    private func create(_ wish: HookWish, at owner: HookOwner) async throws(IngestionError) -> HookChange {
        let hook = try await send(.createHook(wish.settings(at: owner), of: owner))
        guard wish.credentials.signingKey == nil || hook.hasSigningToken == true else {
            // All it sent would be refused for want of a signature.
            try await remove(hook.id, of: owner)
            throw IngestionError(.cannotSign)
        }
        try await remember(wish.credentials, of: hook.id)
        return HookChange(hook: hook, action: .created, removedDuplicates: [])
    }

    private func drift(
        of hook: Hook, from wish: HookWish, at owner: HookOwner
    ) async throws(IngestionError) -> Set<HookChange.Field> {
        var drift: Set<HookChange.Field> = []
        if hook.triggers.intersection(owner.triggers) != wish.triggers(at: owner).intersection(hook.switches)
        {
            drift.insert(.triggers)
        }
        if hook.verifiesTLS != wish.verifiesTLS { drift.insert(.verifiesTLS) }
        if let name = wish.name, let old = hook.name, name != old { drift.insert(.name) }
        if hook.branchFilterStrategy != .allBranches, hook.branchFilter?.isEmpty == false {
            drift.insert(.branchFilter)
        }
        let wished = HookFingerprint(wish.credentials, of: key(of: hook.id))
        let given = try await fingerprint(of: hook.id)
        if wished.token != nil, hook.hasToken == false || given?.token != wished.token {
            drift.insert(.token)
        }
        if wished.signingToken != nil,
            hook.hasSigningToken != true || given?.signingToken != wished.signingToken
        {
            drift.insert(.signingToken)
        }
        return drift
    }
}

extension HookWish {
    /// - Throws: `.unusableWish`, before anything is sent that could only lead to a hook that is refused.
    fileprivate func check() throws(IngestionError) {
        guard HookURL(url) != nil else { throw IngestionError(.unusableWish) }
        guard credentials.token != nil || credentials.signingKey != nil else { return }
        do throws(WebhookError) {
            _ = try WebhookVerifier(accepting: [credentials])
        } catch {
            throw IngestionError(.unusableWish)
        }
    }
}
