import GitLabAPI

extension CheckRun {
    /// What a test is made of: GitLab sends what was last of a kind, and makes up the last of these. All together less
    /// than the five tests it takes a minute.
    private static let kinds: [Hook.Trigger] = [.push, .mergeRequests, .issues, .resourceAccessTokens]

    /// Has GitLab send the hook at once, and looks at it again: a test that arrives wakes one that rested.
    mutating func test(_ hook: HookSighting, _ client: WatchedClient) async {
        for kind in Self.kinds {
            do throws(GitLabError) {
                try await client.send(.testHook(hook.hook.id, of: hook.owner, trigger: kind))
                record(.testDelivery, note: "arrived, as one of \(kind)")
                return await welcome(hook, client)
            } catch {
                let refusal = await refusal(error, of: hook, client)
                record(.testDelivery, [refusal.finding])
                if !refusal.isOfKind { return }
            }
        }
    }

    private func refusal(
        _ error: GitLabError, of hook: HookSighting, _ client: WatchedClient
    ) async -> TestRefusal {
        let evidence = client.evidence(error)
        guard error.code == .rejected else { return TestRefusal(unasked: client.finding(error)) }
        // Words of the receiver may stand in the place of GitLab's: its log knows whether the receiver was asked.
        guard let attempt = await hook.again(client)?.refusal(since: hook) else {
            return TestRefusal(error, evidence)
        }
        return TestRefusal(attempt, error.detail ?? "", evidence)
    }

    private mutating func welcome(_ before: HookSighting, _ client: WatchedClient) async {
        guard let after = await before.again(client) else { return }
        var findings = after.findings(client.evidence())
        if before.isResting, !after.isResting {
            findings.append(
                Finding(
                    .hookDisabled, .note, "GitLab had stopped sending this webhook; the test woke it.",
                    remedy: "Recover what it missed meanwhile: GitLab does not send that by itself."))
        }
        record(.hookHealth, note: after.note, findings)
    }
}

extension HookSighting {
    /// The newest sending since an earlier look that a test would count as refused: all but 2xx.
    fileprivate func refusal(since earlier: HookSighting) -> HookEvent? {
        let known = earlier.events?.first?.id
        return events?.first { event in
            let isNew = known.map { event.id > $0 } ?? true
            return isNew && !(event.responseStatus.map { 200..<300 ~= $0 } ?? false)
        }
    }
}
