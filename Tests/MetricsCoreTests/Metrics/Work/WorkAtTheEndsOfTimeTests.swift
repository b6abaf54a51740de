import Foundation
import MetricsCore
import Testing

@Suite struct WorkAtTheEndsOfTimeTests {
    private static let metrics = MetricCatalogue.pipelines + MetricCatalogue.work

    /// Everything that pipelines and work are measured by, begun at one instant and ended at another.
    private func history(_ start: Instant, _ end: Instant, amount: Int) -> History {
        var history = History()
        let (instance, project, stamp) = (history.project.instance, history.project, History.editStamp)
        history.name("acme/app")
        for (id, status) in [(1, "success"), (2, "failed"), (3, "success")] as [(Int64, String)] {
            history.pipeline(id, status, of: "a", created: 0, source: "merge_request_event")
            history.edit(PipelineKey(instance, id)) { (pipeline: inout PipelineRecord) in
                let at = id == 2 ? start : end
                pipeline.timing = Register(
                    .init(finishedAt: at, duration: amount, queuedDuration: amount), stamp: stamp)
            }
            history.job(id, status, "test", of: 9, finished: 0)
            history.edit(JobKey(instance, id)) { (job: inout JobRecord) in
                job.timing = Register(
                    .init(startedAt: start, finishedAt: end, duration: amount, queuedDuration: nil),
                    stamp: stamp)
            }
        }
        history.commit("a", committed: 0, added: amount, removed: amount)
        history.edit(CommitKey(project, "a")) { (commit: inout CommitRecord) in
            commit.committedAt = Register(end, stamp: stamp)
        }
        history.issue(1, opened: 0, closed: 60, estimate: amount)
        history.edit(IssueKey(instance, 1)) { (issue: inout IssueRecord) in
            guard var summary = issue.summary?.value else { return }
            summary.createdAt = start
            issue.summary = Register(summary, stamp: stamp)
            issue.closedAt = Register(end, stamp: stamp)
        }
        let subject = RecordReference.issue(IssueKey(instance, 1))
        history.insert(
            LabelEventRecord(
                id: RecordKey(instance, 1), project: project, subject: subject, createdAt: start,
                change: Register(.init(label: "doing", isAdded: true), stamp: stamp)))
        history.insert(
            TimeLogRecord(
                id: TimeLogKey(instance, 1), project: project, subject: subject,
                facts: Register(.init(user: nil, seconds: amount, spentAt: end), stamp: stamp)))
        return history
    }

    @Test(
        "No instant and no amount traps", arguments: [Int64.min, -1, .max], [Int64.min, 0, .max - 1, .max])
    func extremes(start: Int64, end: Int64) {
        let bounds = (Instant(secondsSince1970: start), Instant(secondsSince1970: end))
        let periods = [
            ReportPeriod(
                start: Instant(secondsSince1970: .min), end: Instant(secondsSince1970: .max), timeZone: .gmt),
            History().period(),
        ]
        for amount in [Int.min, -1, .max] {
            let facts = history(bounds.0, bounds.1, amount: amount).facts()
            for metric in Self.metrics {
                for period in periods {
                    let value = metric.value(of: [facts], in: period)
                    #expect(value.number?.isFinite != false)
                }
            }
        }
    }
}
