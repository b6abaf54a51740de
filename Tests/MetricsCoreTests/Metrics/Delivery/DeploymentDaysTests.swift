import Foundation
import MetricsCore
import Testing

@Suite struct DeploymentDaysTests {
    private let day = History.day

    private func production(project: Int64 = 1) -> History {
        var history = History.onMonday(project: project)
        history.environment(project, "production")
        return history
    }

    private func value(_ history: History, days: Range<Int>, timeZone: TimeZone = .gmt) -> MetricValue {
        var period = history.period(days: days)
        period.timeZone = timeZone
        return DeploymentDays().value(of: [history.facts()], in: period)
    }

    @Test("It is the median over weeks of the days on which there was a deployment")
    func median() {
        var history = production()
        let days = [0, 0, 1, 4, 7, 14, 15, 16, 17, 18]
        for (id, day) in days.enumerated() {
            history.deployment(Int64(id) + 1, finished: day * self.day + id * 60)
        }
        let value = value(history, days: 0..<21)
        #expect(value.number == 3)
        #expect(value.unit == .perWeek)
        #expect(value.evidence.sampleSize == days.count)
        #expect(history.value(DeploymentDays().redefined { $0.statistic = .mean }, days: 0..<21).number == 3)
    }

    @Test("A week without a deployment counts as 0")
    func idleWeek() {
        var history = production()
        for id in 0..<3 { history.deployment(Int64(id) + 1, finished: id * day) }
        #expect(value(history, days: 0..<14).number == 1.5)
    }

    @Test("Weeks that the period cuts are passed over, unless there are no others")
    func cutWeeks() {
        var history = production()
        for (id, day) in [2, 3, 4, 8].enumerated() {
            history.deployment(Int64(id) + 1, finished: day * self.day)
        }
        #expect(value(history, days: 2..<16).number == 1)
        #expect(value(history, days: 2..<16).evidence.sampleSize == 4)
        #expect(value(history, days: 2..<5).number == 3)
        #expect(value(history, days: 2..<9).number == 2)
    }

    @Test("Weeks and days are those of the period's time zone, also where clocks change")
    func timeZone() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        var history = production()
        // 23:30 on Sunday, 8 March, in London is Monday in Berlin.
        history.deployment(1, finished: 7 * day - 1800)
        history.deployment(2, finished: 7 * day + 1800)
        #expect(value(history, days: 0..<14).number == 1)
        #expect(value(history, days: 0..<21, timeZone: berlin).number == 0.5)
        // Clocks are put forward on Sunday, 29 March: that week has 167 hours.
        let start = history.at(21 * day - 3600)
        let period = ReportPeriod(
            start: start, end: start.advanced(bySeconds: 167 * 3600), timeZone: berlin)
        history.deployment(3, finished: 27 * day)
        #expect(DeploymentDays().value(of: [history.facts()], in: period).number == 1)
    }

    @Test("A day with deployments of several projects and environments is one day")
    func several() {
        var histories = [production(project: 1), production(project: 2)]
        histories[0].environment(7, "prod-eu")
        histories[0].deployment(1, to: 1, finished: 60)
        histories[0].deployment(2, to: 7, finished: 120)
        histories[1].deployment(3, to: 2, finished: 180)
        histories[1].deployment(4, to: 2, finished: day)
        let period = histories[0].period(days: 0..<7)
        #expect(DeploymentDays().value(of: histories.map { $0.facts() }, in: period).number == 2)
    }

    @Test("Only success counts; what ended otherwise is told apart")
    func failures() {
        var history = production()
        history.cover()
        history.deployment(1, finished: 60, status: .failed)
        history.deployment(2, to: 77, finished: 60)
        let value = value(history, days: 0..<7)
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.failed).numbers == [1])
        #expect(value.evidence.excluded(.unknownEnvironment).numbers == [2])
    }

    @Test("No deployment over covered weeks is 0, over unread ones nothing with its reason")
    func zero() {
        var history = production()
        #expect(value(history, days: 0..<7).absence == .notCollected)
        history.cover()
        #expect(value(history, days: 0..<7).number == 0)
        #expect(value(history, days: 3..<3).number == nil)
        #expect(value(history, days: 3..<3).absence != nil)
    }

    @Test("It agrees with a count of distinct days by hand", arguments: 1...20)
    func oracle(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        var history = production()
        history.cover()
        var daysOfWeek: [Int: Set<Int>] = [:]
        for id in 1...Int.random(in: 1...40, using: &random) {
            let second = Int.random(in: 0..<(28 * day), using: &random)
            history.deployment(Int64(id), finished: second)
            daysOfWeek[second / (7 * day), default: []].insert(second / day)
        }
        let counts = (0..<4).map { Double(daysOfWeek[$0]?.count ?? 0) }.sorted()
        #expect(value(history, days: 0..<28).number == (counts[1] + counts[2]) / 2)
    }
}
