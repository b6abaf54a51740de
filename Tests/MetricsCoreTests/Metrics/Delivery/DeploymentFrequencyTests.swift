import Foundation
import MetricsCore
import Testing

@Suite struct DeploymentFrequencyTests {
    private func production() -> History {
        var history = History()
        history.environment(1, "production")
        return history
    }

    @Test("It is the successes by finish, divided by the days of the period")
    func perDay() {
        var history = production()
        history.deployment(1, finished: -1)
        history.deployment(2, finished: 0)
        history.deployment(3, finished: History.day)
        history.deployment(4, finished: 10 * History.day)
        let value = history.value(DeploymentFrequency(), days: 0..<10)
        #expect(value.number == 0.2)
        #expect(value.fraction == Fraction(2, 10))
        #expect(value.evidence.references.numbers == [2, 3])
        #expect(history.value(DeploymentFrequency(DeploymentFrequency.gitLab), days: 0..<10).number == 2)
    }

    @Test(
        "Only success counts; what ended otherwise is told apart, what has not ended is not there",
        arguments: [
            (DeploymentRecord.Status.failed, ExclusionReason.failed), (.canceled, .canceled),
            (.skipped, .skipped),
            (.running, nil), (.blocked, nil), (.created, nil),
        ] as [(DeploymentRecord.Status, ExclusionReason?)])
    func statuses(_ status: DeploymentRecord.Status, _ reason: ExclusionReason?) {
        var history = production()
        history.cover()
        history.deployment(1, finished: 60, status: status)
        let value = history.value(DeploymentFrequency())
        #expect(value.number == 0)
        #expect(value.evidence.exclusions.map(\.reason) == (reason.map { [$0] } ?? []))
    }

    @Test("A deployment made without a job counts by the instant that stands for its finish")
    func withoutJob() {
        var history = production()
        history.deployment(1, finished: 60, source: .updatedAt)
        #expect(history.value(DeploymentFrequency()).evidence.sampleSize == 1)
    }

    @Test(
        "All production environments count, others do not",
        arguments: [
            ("production", true), ("prod-eu", true), ("live", true), ("pre-production", false),
            ("production-review", false), ("print", false), ("main", false), ("customers", false),
        ])
    func environments(name: String, counts: Bool) {
        var history = production()
        history.environment(2, name)
        history.deployment(1, finished: 60)
        history.deployment(2, to: 2, finished: 60)
        #expect(history.value(DeploymentFrequency()).evidence.sampleSize == (counts ? 2 : 1))
    }

    @Test("An explicit tier beats the name, the name the host's rule")
    func order() {
        var history = History()
        history.environment(1, "production", tier: .staging)
        history.environment(2, "review", tier: .production)
        history.environment(3, "Customers/eu")
        history.environment(4, "staging")
        for id in 1...4 { history.deployment(Int64(id), to: Int64(id), finished: 60) }
        let rules = FactRules(production: ProductionRule(patterns: ["customers/*", "stag*"]))
        let value = history.value(DeploymentFrequency(), rules: rules)
        #expect(value.evidence.references.numbers == [2, 3])
    }

    @Test("A deployment to nobody knows where is left out and counted")
    func unknownEnvironment() {
        var history = production()
        history.deployment(1, to: 77, finished: 60)
        #expect(history.value(DeploymentFrequency()).evidence.excluded(.unknownEnvironment).numbers == [1])
    }

    @Test("No deployments over covered days are 0, over unread ones nothing with its reason")
    func zero() {
        var history = production()
        let unread = history.value(DeploymentFrequency())
        #expect(unread.number == nil)
        #expect(unread.absence == .notCollected)
        history.cover()
        let read = history.value(DeploymentFrequency())
        #expect(read.number == 0)
        #expect(read.absence == nil)
    }

    @Test(
        "A week in which clocks change is still seven days long",
        arguments: [
            ("2025-03-29T23:00:00Z", 6 * 24 + 23), ("2025-10-25T22:00:00Z", 6 * 24 + 25),
        ])
    func clockChange(from: String, hours: Int) throws {
        let start = Instant(try Date(from, strategy: .iso8601))
        let period = ReportPeriod(
            start: start, end: start.advanced(bySeconds: Int64(hours * 3600)),
            timeZone: try #require(TimeZone(identifier: "Europe/Berlin")))
        var history = History(shift: Int(start.secondsSince1970 - History.start.secondsSince1970))
        history.environment(1, "production")
        for id in 1...7 { history.deployment(Int64(id), finished: id * 3600) }
        #expect(DeploymentFrequency().value(of: [history.facts()], in: period).number == 1)
    }
}
