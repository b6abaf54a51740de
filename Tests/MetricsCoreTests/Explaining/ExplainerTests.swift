import Foundation
import MetricsCore
import Testing

@Suite("Explaining") struct ExplainerTests {
    private let hour = 3600

    private func production() -> History {
        var history = History()
        history.environment(1, "production")
        return history
    }

    private func explain(
        _ kind: RecordKind, _ id: Int64, in history: History, metrics: [any Metric] = [],
        rules: FactRules = .standard
    ) -> Explanation? {
        let reference = RecordReference(kind: kind, instance: history.project.instance, id: String(id))
        return history.facts(rules).explanation(of: reference, metrics: metrics, in: history.period())
    }

    /// Every step in words, without its time.
    private func story(_ kind: RecordKind, _ id: Int64, in history: History) -> [String] {
        explain(kind, id, in: history)?.steps.map(\.description) ?? []
    }

    @Test("Nothing is said of what is unknown, gone, of another instance, or of another kind")
    func nothing() {
        var history = production()
        history.mergeRequest(1, created: 0, existence: .gone)
        history.incident(2, opened: 0, existence: .gone)
        history.note(on: 1, at: 0, by: History.ada)
        for kind in [RecordKind.mergeRequest, .deployment, .issue, .note, .commit] {
            for id in [Int64(1), 2, 99] { #expect(explain(kind, id, in: history) == nil) }
        }
        history.mergeRequest(3, created: 0)
        let elsewhere = RecordReference(kind: .mergeRequest, instance: "beta", id: "3")
        #expect(history.facts().explanation(of: elsewhere, in: history.period()) == nil)
        #expect(explain(.mergeRequest, 3, in: history) != nil)
        #expect(history.facts().mergeRequest(iid: 3)?.id == 3)
        #expect(history.facts().mergeRequest(iid: 1) == nil)
    }

    @Test("Each act that is no review says why")
    func leftOut() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: 1 * hour, by: nil)
        history.note(on: 1, at: 2 * hour, by: History.bot, .approved)
        history.note(on: 1, at: 3 * hour, by: History.ada, .approved)
        history.note(on: 1, at: 4 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 5 * hour, by: History.grace, .approved)
        history.note(on: 1, at: 6 * hour, by: History.grace, .unapproved)
        history.note(on: 1, at: 7 * hour, by: History.linus, .requestedChanges)
        history.note(on: 1, at: 8 * hour, by: History.linus, .approved)
        history.note(on: 1, at: 10 * hour, by: History.grace)
        #expect(
            story(.mergeRequest, 1, in: history) == [
                "opened, ready by ada", "comment, left out: unknown_actor",
                "approval by \(History.bot.username), left out: bot", "approval by ada, left out: author",
                "first review: approval by grace, left out: withdrawn",
                "approval by grace, left out: repeated", "approval withdrawn by grace",
                "changes requested by linus", "first standing approval by linus", "merged",
                "comment by grace, left out: after_merge",
            ])
    }

    @Test("Drafts tell when they were, and for how long")
    func drafts() {
        var history = History()
        history.mergeRequest(1, created: 0, draft: true)
        history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.ada, .markedReady)
        history.note(on: 1, at: 3 * hour, by: History.ada, .markedDraft)
        #expect(
            story(.mergeRequest, 1, in: history) == [
                "opened as a draft by ada", "first review, while a draft: comment by grace",
                "ready: marked ready after 2h as a draft by ada", "marked as a draft by ada",
            ])
    }

    @Test("Everybody goes by the name he has now; what webhooks told names its event")
    func names() {
        var history = History()
        history.cover(.note)
        history.user(History.grace.id, "hopper")
        history.mergeRequest(1, created: 0, closed: 2 * hour)
        history.event(on: 1, at: hour, by: History.grace, .approved)
        let steps = explain(.mergeRequest, 1, in: history)?.steps ?? []
        #expect(steps.map(\.actor) == ["ada", "hopper", nil])
        #expect(steps.map(\.source.kind) == [.mergeRequest, .provisionalEvent, .mergeRequest])
    }

    @Test("A merge request tells where it went, what became of it there, and what took it back")
    func afterTheMerge() {
        var history = production()
        history.environment(2, "prod-eu")
        history.mergeRequest(1, created: 0, merged: hour)
        history.mergeRequest(2, created: 0, merged: 4 * hour, reverts: .mergeRequest(iid: 1))
        history.mergeRequest(3, created: 0, merged: 6 * hour, reverts: .mergeRequest(iid: 2))
        history.deployment(100, finished: 0)
        history.deployment(101, finished: 2 * hour, carrying: [1])
        history.deployment(200, to: 2, finished: 3 * hour, carrying: [1])
        history.deployment(102, finished: 5 * hour, carrying: [2])
        #expect(
            story(.mergeRequest, 1, in: history).dropFirst(2) == [
                "deployed to production with deployment 101 (linked_by_listing, certain)",
                "deployed to prod-eu with deployment 200 (linked_by_listing, certain), left out: first_deployment",
                "taken back with !2", "deployment 101 reverted (failure_reverted, likely)",
            ])
        #expect(story(.mergeRequest, 2, in: history).last == "undone with !3")
    }

    @Test(
        "A deployment that does not count says why",
        arguments: [
            (DeploymentRecord.Status.failed, "production", "failed, left out: failed"),
            (.canceled, "production", "canceled, left out: canceled"),
            (.skipped, "production", "skipped, left out: skipped"),
            (.success, "staging", "succeeded, left out: not_production"),
            (.success, nil, "succeeded, left out: unknown_environment"), (.running, "production", "started"),
        ] as [(DeploymentRecord.Status, String?, String)])
    func deployments(status: DeploymentRecord.Status, environment: String?, end: String) {
        var history = History()
        if let environment { history.environment(1, environment) }
        history.deployment(7, finished: hour, status: status)
        #expect(story(.deployment, 7, in: history).last == end)
    }

    @Test("A deployment tells what it carried, what it repeats, and what it rolls back")
    func successes() {
        var history = production()
        history.mergeRequest(1, created: 0, merged: hour, author: History.bot)
        history.deployment(100, finished: 0, sha: "a")
        history.deployment(101, finished: 2 * hour, sha: "b", carrying: [1])
        history.deployment(102, finished: 3 * hour, sha: "b")
        history.deployment(103, finished: 4 * hour, sha: "a")
        #expect(story(.deployment, 100, in: history).last == "succeeded, the first known of its environment")
        #expect(
            story(.deployment, 101, in: history) == [
                "carries !1, merged (linked_by_listing, certain), left out: bot", "started", "succeeded",
                "deployment 101 rolled back (failure_rolled_back, likely)",
            ])
        #expect(story(.deployment, 102, in: history).last == "succeeded, with the commit of deployment 101")
        #expect(story(.deployment, 103, in: history).last == "succeeded, rolling back deployment 101")
        let untold = explain(.deployment, 101, in: history, metrics: [ChangeFailureRate(), LeadTime()])
        #expect(untold?.verdict(on: .changeFailureRate)?.isHit == true)
        #expect(
            untold?.verdict(on: .changeFailureRate)?.description == "counts as a hit; failure_rolled_back")
        #expect(untold?.verdict(on: .leadTime)?.isSilent == true)
        #expect(untold?.verdict(on: .timeToMerge) == nil)
    }

    @Test("An incident tells what it is held against, or that nothing is")
    func incidents() {
        var history = production()
        history.deployment(101, finished: hour)
        history.incident(8, opened: 0)
        history.incident(9, opened: 2 * hour, closed: 3 * hour)
        history.incident(10, opened: 2 * hour, closed: 3 * hour, type: "issue")
        #expect(story(.issue, 8, in: history) == ["opened, left out: unattributed"])
        #expect(
            story(.issue, 9, in: history) == [
                "deployment 101 to production, held to have caused it (failure_by_recency, guess)", "opened",
                "closed",
            ])
        #expect(story(.issue, 10, in: history) == ["opened", "closed"])
        let recovery = TimeToRestoreService(TimeToRestoreService.failedDeploymentRecovery)
        let metrics: [any Metric] = [TimeToRestoreService(), recovery]
        let incident = explain(.issue, 9, in: history, metrics: metrics)
        #expect(incident?.title == "Incident #9 Incident 9")
        #expect(incident?.verdicts.map(\.amount) == [Double(hour), nil])
        let deployment = explain(.deployment, 101, in: history, metrics: metrics)
        #expect(deployment?.verdicts.map(\.amount) == [nil, Double(2 * hour)])
    }

    @Test("Where each environment counts, a merge request counts as often and adds their mean")
    func eachEnvironment() {
        var history = production()
        history.environment(2, "prod-eu")
        history.mergeRequest(1, created: 0, merged: 0)
        history.deployment(101, finished: hour, carrying: [1])
        history.deployment(201, to: 2, finished: 3 * hour, carrying: [1])
        let verdict = explain(.mergeRequest, 1, in: history, metrics: [LeadTime(LeadTime.gitLab)])?.verdicts
            .first
        #expect(verdict?.count == 2)
        #expect(verdict?.description == "2h, 2 times; linked_by_listing")
    }

    @Test("Days and times are those of the time zone, to the minute, however far off the instant is")
    func timeZones() throws {
        var history = History(shift: 1_767_222_000 - 1_750_000_000)
        history.mergeRequest(1, created: 0, closed: hour)
        let explanation = try #require(explain(.mergeRequest, 1, in: history))
        #expect(explanation.description.hasPrefix("!1 Change 1\n2025-12-31\n  23:00  opened"))
        let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
        #expect(explanation.text(in: tokyo).contains("\n2026-01-01\n  08:00  opened"))
        #expect(explanation.text(in: tokyo).contains("\n  09:00  closed"))
    }

    @Test("No instant is too far for it", arguments: [Int64.min, .min + 1, 0, .max - 1, .max])
    func extremes(second: Int64) {
        var history = production()
        let at = Instant(secondsSince1970: second)
        history.mergeRequest(1, created: 0, merged: hour, draft: true)
        history.note(on: 1, at: hour, by: History.ada, .markedReady)
        history.edit(1) { $0.summary?.value.createdAt = at }
        history.deployment(101, finished: hour, carrying: [1])
        history.edit(deployment: 101) {
            $0.finish = RankedRegister(at, rank: .finishedAt, stamp: History.laterStamp)
        }
        history.incident(9, opened: 0, closed: hour, naming: [.deployment(id: 101)])
        history.edit(issue: 9) { $0.summary?.value.createdAt = at }
        for (kind, id) in [(RecordKind.mergeRequest, Int64(1)), (.deployment, 101), (.issue, 9)] {
            let explanation = explain(kind, id, in: history, metrics: MetricCatalogue.delivery)
            #expect(explanation?.description.isEmpty == false)
        }
    }
}
