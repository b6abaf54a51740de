import Foundation
import MetricsCore
import Testing

/// What holds for every metric, standard and GitLab's alike, on any records.
@Suite struct MetricLawTests {
    static let metrics: [any Metric] =
        MetricCatalogue.all + MetricCatalogue.gitLab + [
            LeadTime(LeadTime.fromFirstCommit), TimeToApprove(TimeToApprove.untilFullyApproved),
            TimeToRestoreService(TimeToRestoreService.failedDeploymentRecovery),
        ]

    private func histories(_ seed: Int, shift: Int = 0) -> [History] {
        var random = PseudoRandom(seed: UInt64(seed))
        return (1...4).map { History.random(project: Int64($0), shift: shift, using: &random) }
    }

    @Test(
        "Partials merge associatively and commutatively, and the empty one changes nothing", arguments: 1...6
    )
    func merging(seed: Int) throws {
        let histories = histories(seed)
        for metric in Self.metrics { try check(metric, histories) }
    }

    private func check<M: Metric>(_ metric: M, _ histories: [History]) throws {
        let period = histories[0].period()
        let parts = histories.map { metric.partial(of: $0.facts(), in: period) }
        #expect(parts[0].merging(parts[1]).merging(parts[2]) == parts[0].merging(parts[1].merging(parts[2])))
        #expect(parts[0].merging(parts[1]) == parts[1].merging(parts[0]))
        #expect(parts[0].merging(M.Partial()) == parts[0])
        #expect(M.Partial().merging(parts[0]) == parts[0])
        let stored = try JSONEncoder().encode(parts[0].merging(parts[3]))
        #expect(try JSONDecoder().decode(M.Partial.self, from: stored) == parts[0].merging(parts[3]))
    }

    @Test("The order and the split of projects change no value", arguments: 1...6)
    func split(seed: Int) {
        let histories = histories(seed)
        let period = histories[0].period()
        var random = PseudoRandom(seed: UInt64(seed) + 1)
        for metric in Self.metrics {
            let facts = histories.map { $0.facts() }
            let whole = metric.value(of: facts, in: period)
            #expect(metric.value(of: facts.shuffled(using: &random), in: period) == whole)
            #expect(splitValue(metric, facts, at: Int.random(in: 0...4, using: &random), period) == whole)
        }
    }

    private func splitValue<M: Metric>(
        _ metric: M, _ facts: [ProjectFacts], at index: Int, _ period: ReportPeriod
    ) -> MetricValue {
        var left = MetricFold(metric, period: period)
        var right = MetricFold(metric, period: period)
        for part in facts[index...] { left.add(part) }
        for part in facts[..<index] { right.add(part) }
        left.merge(right)
        return left.value
    }

    @Test("Periods that meet add up: their partials merge to that of the whole", arguments: 1...6)
    func periods(seed: Int) {
        let history = histories(seed)[0]
        for metric in Self.metrics where !metric.isSnapshot { checkPeriods(metric, history) }
    }

    private func checkPeriods<M: Metric>(_ metric: M, _ history: History) {
        let facts = history.facts()
        let parts = [0..<7, 7..<8, 8..<30].map { metric.partial(of: facts, in: history.period(days: $0)) }
        let whole = metric.partial(of: facts, in: history.period(days: 0..<30))
        #expect(parts[2].merging(parts[0]).merging(parts[1]) == whole)
    }

    @Test("The order in which records arrived changes no value", arguments: 1...6)
    func order(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = histories(seed)[0]
        let shuffled = ProjectFacts(
            of: history.project, history.records[history.project].shuffled(using: &random))
        for metric in Self.metrics {
            let value = metric.value(of: [shuffled], in: history.period())
            #expect(value == history.value(metric), "\(metric.id)")
        }
    }

    @Test("Shifting every instant by whole weeks changes no number", arguments: 1...6)
    func shift(seed: Int) {
        let shift = (seed * 37 - 185) * 7 * History.day
        let here = histories(seed)
        let there = histories(seed, shift: shift)
        for metric in Self.metrics {
            let value = metric.value(of: here.map { $0.facts() }, in: here[0].period())
            let shifted = metric.value(of: there.map { $0.facts() }, in: there[0].period())
            #expect(shifted.number == value.number, "\(metric.id)")
            #expect(shifted.distribution == value.distribution, "\(metric.id)")
            #expect(shifted.evidence == value.evidence, "\(metric.id)")
            #expect(shifted.absence == value.absence, "\(metric.id)")
        }
    }

    @Test("A record that belongs to no period or no metric changes no value", arguments: 1...4)
    func irrelevant(seed: Int) {
        let history = histories(seed)[0]
        var more = history
        more.mergeRequest(900_001, created: 90 * History.day, merged: 91 * History.day, merge: "later")
        more.note(on: 900_001, at: 91 * History.day, by: History.grace)
        more.note(on: 555_555, at: 60, by: History.grace)
        more.incident(900_002, opened: 90 * History.day, closed: 91 * History.day)
        more.incident(900_003, opened: 90 * History.day, closed: 91 * History.day, type: "issue")
        more.pipeline(
            900_004, "success", of: "elsewhere", on: "elsewhere", created: 90 * History.day,
            finished: 90 * History.day)
        more.deployment(900_005, to: history.project.id * 1000 + 3, finished: 60)
        more.commit("elsewhere", committed: 90 * History.day)
        for metric in Self.metrics { #expect(more.value(metric) == history.value(metric), "\(metric.id)") }
    }

    @Test(
        "Every value explains itself: its sample is its references, and no number comes without one or the other"
    )
    func consistent() throws {
        for seed in 1...4 {
            for metric in Self.metrics {
                let history = histories(seed)[0]
                let value = history.value(metric)
                #expect(value.metric == metric.id)
                #expect(value.evidence.sampleSize == value.evidence.references.count)
                #expect((value.number == nil) == (value.absence != nil))
                if let distribution = value.distribution {
                    #expect(distribution.count == value.evidence.sampleSize)
                }
                let stored = try JSONEncoder().encode(value)
                #expect(try JSONDecoder().decode(MetricValue.self, from: stored) == value)
            }
        }
    }

    @Test("Two instances with equal ids are two sources")
    func instances() {
        var values: [History] = []
        for instance in ["alpha", "beta"] as [InstanceID] {
            var history = History(instance: instance)
            history.mergeRequest(1, created: 0, merged: 60)
            values.append(history)
        }
        let value = TimeToMerge().value(of: values.map { $0.facts() }, in: values[0].period())
        #expect(value.evidence.references.map(\.instance) == ["alpha", "beta"])
    }

    @Test("The catalogue names each metric once and finds it by its name")
    func catalogue() {
        #expect(Set(MetricCatalogue.all.map { $0.id }).count == MetricCatalogue.all.count)
        for metric in MetricCatalogue.all {
            #expect(MetricCatalogue.metric(metric.id)?.definition == metric.definition)
            #expect(metric.definition.description.hasSuffix("."))
        }
        let history = histories(1)[0]
        let metrics = MetricCatalogue.all
        let values = MetricCatalogue.values(of: metrics, over: history.records, in: history.period())
        #expect(values == metrics.map { history.value($0) })
    }
}
