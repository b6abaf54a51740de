import MetricsCore

extension History {
    /// The story of `!42` that Documentation/Explanations.md tells, from 2026-03-02 09:00 UTC on.
    static func story() -> History {
        let hour = 3600
        var history = History(shift: 1_772_442_000 - 1_750_000_000)
        let renovate = Account(id: 8, username: "renovate[bot]")
        history.environment(1, "production")
        history.deployment(6, finished: -40 * hour, sha: "before")
        history.commit("before")
        history.commit("oven", parents: ["before"], authored: -50 * 60)
        history.commit("landed", parents: ["before", "oven"])
        history.mergeRequest(
            42, created: 0, merged: 4 * hour + 600, author: ada, head: "oven", merge: "landed")
        history.edit(42) { $0.summary?.value.title = "Let ovens cool slowly" }
        history.merger(of: 42, grace)
        history.commits(of: 42, ["oven"])
        history.note(on: 42, at: 600, by: renovate)
        history.note(on: 42, at: 1800, by: ada)
        history.note(on: 42, at: hour + 120, by: ada, .markedReady)
        history.note(on: 42, at: 2 * hour + 2400, by: grace)
        history.note(on: 42, at: 3 * hour, by: linus, .approved)
        history.note(on: 42, at: 3 * hour + 1200, by: ada, .commitsAdded)
        history.note(on: 42, at: 3 * hour + 1201, by: ada, .approvalsReset)
        history.note(on: 42, at: 4 * hour, by: grace, .approved)
        history.note(on: 42, at: 26 * hour, by: linus)
        history.deployment(7, finished: 24 * hour, sha: "landed")
        history.edit(deployment: 7) { $0.triggeredBy = Register(linus, stamp: laterStamp) }
        history.incident(
            5, opened: 25 * hour + 1800, closed: 27 * hour, naming: [.mergeRequest(iid: 42)])
        history.edit(issue: 5) { $0.author = Register(grace, stamp: laterStamp) }
        history.edit(issue: 5) { $0.closedBy = Register(ada, stamp: laterStamp) }
        return history
    }

    /// What the page asks of it.
    static let storyMetrics: [any Metric] = [
        CodingTime(), TimeToFirstComment(), TimeToApprove(), TimeToMerge(), LeadTime(), UnreviewedMerges(),
        OpenMergeRequests(),
    ]

    static let storyRules = FactRules(bots: BotRule(usernames: ["renovate[bot]"]))
}
