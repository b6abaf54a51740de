import Foundation
import MetricsCore
import Testing

@Suite("Groupings")
struct GroupingTests {
    private let hour = 3600

    private func groups(
        _ metric: some Metric, by grouping: Grouping, _ history: History, rules: FactRules = .standard
    ) -> [String: [Int64]] {
        var fold = GroupedFold(metric, period: history.period(), by: grouping)
        fold.add(history.facts(rules))
        return Dictionary(
            uniqueKeysWithValues: fold.values.map { ($0.key.title, $0.value.evidence.references.numbers) })
    }

    @Test("A record is in every group it belongs to, and in none where it belongs to no group")
    func labels() {
        var history = History()
        for id in 1...3 as ClosedRange<Int64> { history.mergeRequest(id, created: 0, merged: hour) }
        history.labels(of: 1, ["bug", "ui"])
        history.labels(of: 2, ["ui"])
        #expect(groups(TimeToMerge(), by: .label, history) == ["bug": [1], "ui": [1, 2], "none": [3]])
    }

    @Test("People are those of the roster, and otherwise their accounts; a team is the one of then")
    func people() throws {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour, author: History.ada)
        history.mergeRequest(2, created: 0, merged: 20 * History.day, author: History.ada)
        history.mergeRequest(3, created: 0, merged: hour, author: History.grace)
        let change = history.at(10 * History.day)
        let roster = Roster(
            people: [Person(id: "a", name: "Ada", accounts: [.init("alpha", History.ada.id)])],
            memberships: [
                Membership("a", in: "old", until: change), Membership("a", in: "new", from: change),
            ])
        let rules = FactRules(roster: roster)
        #expect(groups(TimeToMerge(), by: .person, history, rules: rules) == ["Ada": [1, 2], "grace": [3]])
        #expect(
            groups(TimeToMerge(), by: .team, history, rules: rules) == ["old": [1], "new": [2], "none": [3]])
    }

    @Test("Who reviews whom is told by the reviewer's own note")
    func pairs() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour, author: History.ada)
        let note = history.note(on: 1, at: hour, by: History.grace)
        #expect(groups(ReviewsGiven(), by: .reviewPair, history) == ["grace → ada": [note]])
        #expect(groups(ReviewsGiven(), by: .person, history) == ["grace": [note]])
        #expect(groups(ReviewsReceived(), by: .person, history) == ["ada": [1]])
    }

    @Test("Sizes go from XS to XL; environments, branches, namespaces and jobs tell apart too")
    func others() {
        var history = History()
        history.name("acme/apps/web")
        for (id, lines) in [(1, 9), (2, 10), (3, 249), (4, 1000)] {
            history.mergeRequest(Int64(id), created: 0, merged: hour)
            history.size(of: Int64(id), additions: lines, deletions: 0, files: 1)
        }
        #expect(groups(TimeToMerge(), by: .size, history) == ["XS": [1], "S": [2], "M": [3], "XL": [4]])
        #expect(groups(TimeToMerge(), by: .targetBranch, history) == ["main": [1, 2, 3, 4]])
        #expect(groups(TimeToMerge(), by: .namespace, history) == ["acme/apps": [1, 2, 3, 4]])
        #expect(groups(TimeToMerge(), by: .namespace(depth: 1), history) == ["acme": [1, 2, 3, 4]])
        history.environment(1, "production")
        history.environment(2, "prod-eu")
        history.deployment(1, to: 1, finished: -hour)
        history.deployment(2, to: 1, finished: 2 * hour, carrying: [1])
        history.deployment(3, to: 2, finished: 3 * hour)
        #expect(groups(LeadTime(), by: .environment, history) == ["production": [1], "none": []])
        #expect(
            groups(DeploymentFrequency(), by: .environment, history) == ["production": [2], "prod-eu": [3]])
        history.job(70, "failed", "test", of: 7, finished: hour)
        history.job(71, "success", "lint", of: 7, finished: hour)
        #expect(groups(JobFailureRate(), by: .job, history) == ["test": [70], "lint": [71]])
    }

    @Test("Where each record is in one group, the groups merge to the whole", arguments: 1...6)
    func whole(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = History.random(project: 1, using: &random)
        for metric in MetricCatalogue.all { check(metric, history) }
    }

    private func check<M: Metric>(_ metric: M, _ history: History) {
        let whole = metric.partial(of: history.facts(), in: history.period())
        for grouping in [Grouping.project, .person, .size, .targetBranch, .job] {
            var fold = GroupedFold(metric, period: history.period(), by: grouping)
            fold.add(history.facts())
            let merged = fold.partials.values.reduce(into: M.Partial()) { $0.merge($1) }
            #expect(merged == whole, "\(metric.id) by \(grouping)")
        }
    }
}
