import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

@Suite("Alerts")
struct AlertTests {
    private func values() async throws -> [MetricValue] {
        try await MetricsReporter(storage: SampleStore.storage()).report(for: SampleStore.period).total.values
    }

    @Test(
        "A condition on a value holds beyond its bound, not on it",
        arguments: [
            (AlertRule.Condition.above(.timeToMerge, 8999), true), (.above(.timeToMerge, 9000), false),
            (.below(.timeToMerge, 9001), true), (.below(.timeToMerge, 9000), false),
            (.above(.leadTime, 0), false),
        ])
    func bounds(_ condition: AlertRule.Condition, _ holds: Bool) async throws {
        let alert = AlertRule("slow", condition).alert(on: try await values())
        #expect((alert != nil) == holds)
        #expect(AlertRule("slow", condition, leastSample: 5).alert(on: try await values()) == nil)
    }

    @Test("A rise is held against the period before, and against nothing without one")
    func rose() async throws {
        let now = try await values()
        let rule = AlertRule("rose", .rose(.timeToMerge, by: 0.5))
        let before = now.map { value in
            value.metric == .timeToMerge
                ? MetricValue(
                    metric: value.metric, definition: value.definition, period: value.period,
                    unit: value.unit,
                    number: 5999, evidence: value.evidence, coverage: value.coverage) : value
        }
        #expect(rule.alert(on: now, earlier: before)?.found == 9000)
        #expect(rule.alert(on: now, earlier: now) == nil)
        #expect(rule.alert(on: now) == nil)
    }

    @Test("A merge request that waits longer than three of four did is found, the longest first")
    func waits() async throws {
        var records = SampleStore.records()
        let now = SampleStore.period.end
        for (id, hours) in [(31, 1), (32, 30), (33, 90)] as [(Int, Int64)] {
            let created = now.advanced(bySeconds: -hours * 3600)
            var record = MergeRequestRecord(
                id: MergeRequestKey(SampleStore.instance, id), project: SampleStore.busy)
            record.summary = Register(
                .init(
                    iid: Int64(id), title: "Waits", state: .opened, isDraft: false, createdAt: created,
                    updatedAt: created, sourceBranch: "b", targetBranch: "main",
                    sourceProject: SampleStore.busy),
                stamp: SampleStore.stamp(created))
            record.author = Register(Account(id: 7, username: "ann"), stamp: SampleStore.stamp(created))
            records.insert(record)
        }
        let facts = ProjectFacts(of: SampleStore.busy, records[SampleStore.busy])
        let spread = [TimeToMerge().value(of: [facts], in: SampleStore.period)]
        let rule = AlertRule("waiting", .waitsLonger(than: .p75, of: .timeToMerge))
        let alerts = rule.alerts(on: facts, comparedWith: spread, now: now)
        #expect(alerts.map(\.mergeRequest?.id) == ["33", "32"])
        #expect(alerts.first?.description == "waiting: mergeRequest gitlab/33 waits 3d 18h, more than 4h 45m")
        #expect(
            AlertRule("w", .waits(seconds: 40 * 3600)).alerts(on: facts, comparedWith: [], now: now).count
                == 1)
        #expect(rule.alerts(on: facts, comparedWith: [], now: now).isEmpty)
        let stored = try JSONEncoder().encode(rule)
        #expect(try JSONDecoder().decode(AlertRule.self, from: stored) == rule)
    }
}
