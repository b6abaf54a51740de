import Foundation
import MetricsCore
import Testing

/// Instants from the beginning to the end of time, in every record that metrics read.
@Suite("Metrics at the ends of time")
struct MetricExtremesTests {
    static let metrics = MetricLawTests.metrics

    /// Seconds after `History.start` that lie at 1970, far in the past, far in the future, and as far as numbers go.
    static let moments = [
        0, 1, -Int(History.start.secondsSince1970), -70_000_000_000, 250_000_000_000, Int.min / 2,
        Int.max / 2,
        10 * History.day,
    ]

    /// A project in which everything begins at one moment and ends at another.
    private func history(_ begin: Int, _ end: Int) -> History {
        var history = History()
        history.cover(until: 30 * History.day)
        history.name("acme/app")
        history.environment(1, "production")
        history.mergeRequest(1, created: begin, merged: end)
        history.mergeRequest(2, created: begin, closed: end)
        history.mergeRequest(3, created: begin)
        for id in 1...3 as ClosedRange<Int64> {
            history.note(on: id, at: end, by: History.grace)
            history.note(on: id, at: begin, by: History.grace, .approved)
            history.note(on: id, at: end, by: History.ada, .markedReady)
            history.note(on: id, at: begin, by: nil, .commitsAdded)
        }
        history.commit("c", committed: begin, added: .max, removed: .max, by: "a@example.com")
        history.commits(of: 1, ["c"])
        history.deployment(1, finished: min(begin, end))
        history.deployment(2, finished: end, carrying: [1])
        history.incident(1, opened: begin, closed: end)
        history.issue(2, opened: begin, closed: end, estimate: .max)
        history.timeLog(1, on: 2, at: end, spent: .min, by: History.ada)
        history.timeLog(2, on: 2, at: end, spent: .max, by: History.ada)
        history.pipeline(1, "failed", of: "a", created: begin, finished: begin, duration: .max, queued: .min)
        history.pipeline(2, "success", of: "a", created: end, finished: end, duration: .min, queued: .max)
        history.job(
            1, "success", "test", of: 1, finished: end == Int.min / 2 ? end + 100 : end, duration: .max)
        history.push(1, at: end, "created", "branch")
        history.release("v1", at: end)
        return history
    }

    @Test("Every value is a number or a reason, and nothing traps", arguments: moments, moments)
    func values(begin: Int, end: Int) throws {
        let history = history(begin, end)
        let facts = history.facts()
        let whole = ReportPeriod(start: history.at(0), end: history.at(30 * History.day), timeZone: .gmt)
        let nothing = ReportPeriod(start: history.at(5), end: history.at(5), timeZone: .gmt)
        for metric in Self.metrics {
            for period in [whole, nothing] {
                let value = metric.value(of: [facts], in: period)
                #expect((value.number == nil) == (value.absence != nil), "\(metric.id)")
                if let number = value.number { #expect(number.isFinite, "\(metric.id)") }
            }
        }
    }

    @Test("Without any record every value has a reason, and over what was read counts are 0")
    func empty() {
        var history = History()
        for metric in Self.metrics { #expect(history.value(metric).absence == .notCollected, "\(metric.id)") }
        history.cover()
        for metric in Self.metrics {
            let value = history.value(metric)
            #expect(value.number == nil || value.number == 0, "\(metric.id)")
            #expect(value.number != nil || value.absence == .nothingHappened, "\(metric.id)")
        }
    }

    @Test("A merge request open for ten years has its age, and by working time counts what was worked")
    func tenYears() throws {
        var history = History()
        history.mergeRequest(1, created: -3650 * History.day, merged: History.day)
        history.mergeRequest(2, created: -3650 * History.day)
        let calendar = WorkCalendar.standard(in: try #require(TimeZone(identifier: "Europe/Berlin")))
        let worked = history.value(TimeToMerge().redefined { $0.calendar = .working(calendar) })
        #expect(worked.number.map { abs($0 / 3600 - 3651.0 * 5 / 7 * 8) < 16 } == true)
        #expect(history.value(OpenMergeRequestAge()).number == Double(3680 * History.day - 1))
    }
}
