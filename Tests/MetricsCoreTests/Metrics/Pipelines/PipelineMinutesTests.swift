import MetricsCore
import Testing

@Suite struct PipelineMinutesTests {
    @Test("Every run of every job counts; a pipeline counts itself only where none of its jobs is known")
    func plain() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: 900, duration: 100)
        history.job(11, "failed", "test", of: 1, finished: 60, duration: 60)
        history.job(12, "success", "test", of: 1, finished: 120, duration: 50)
        history.job(13, "success", "lint", of: 1, finished: 90, duration: 70)
        history.pipeline(2, "success", of: "b", created: 0, finished: 900, duration: 300)
        let value = history.value(PipelineMinutes())
        #expect(value.number == 480)
        #expect(value.unit == .seconds)
        #expect(value.evidence.references.count { $0.kind == .job } == 3)
        #expect(value.evidence.references.numbers == [2, 11, 12, 13])
    }

    @Test("What was canceled or allowed to fail ran too, and so did child pipelines")
    func everything() {
        var history = History()
        history.pipeline(1, "canceled", of: "a", created: 0, finished: 900, duration: 30)
        history.pipeline(
            2, "success", of: "a", created: 0, finished: 900, duration: 7, source: "parent_pipeline")
        history.job(31, "canceled", "test", of: 3, finished: 60, duration: 5)
        history.job(32, "failed", "lint", of: 3, finished: 60, duration: 6, mayFail: true)
        #expect(history.value(PipelineMinutes()).number == 48)
    }

    @Test("What has no duration, or none that can be, is left out by reason")
    func leftOut() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: 900)
        history.pipeline(2, "running", of: "a", created: 0)
        history.pipeline(3, "failed", of: "a", created: 0, finished: 900, duration: -1)
        history.job(41, "manual", "deploy", of: 4, finished: 60)
        history.job(42, "running", "test", of: 4, finished: 60)
        history.job(43, "canceled", "lint", of: 4, finished: 60, duration: nil)
        let evidence = history.value(PipelineMinutes()).evidence
        #expect(evidence.sampleSize == 0)
        #expect(evidence.excluded(.noDuration).numbers == [1, 43])
        #expect(evidence.excluded(.running).numbers == [2, 42])
        #expect(evidence.excluded(.backwards).numbers == [3])
        #expect(evidence.excluded(.skipped).numbers == [41])
    }

    @Test("A bridge runs nothing, and tells nothing of its pipeline")
    func bridges() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: 900, duration: 100)
        history.job(11, "success", "trigger", of: 1, finished: 60, duration: 60)
        history.edit(JobKey(history.project.instance, 11)) { (job: inout JobRecord) in
            job.kind = Register(.bridge, stamp: History.editStamp)
        }
        #expect(history.value(PipelineMinutes()).number == 100)
    }

    @Test("Each job counts when it finished, whatever day its pipeline began")
    func bounds() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: History.day, duration: 100)
        history.job(11, "success", "build", of: 1, finished: History.day - 1, duration: 20)
        history.job(12, "success", "test", of: 1, finished: History.day, duration: 50)
        #expect(history.value(PipelineMinutes(), days: 0..<1).number == 20)
        #expect(history.value(PipelineMinutes(), days: 1..<2).number == 50)
    }

    @Test("Nothing run is 0 where pipelines were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(PipelineMinutes()).absence == .notCollected)
        history.cover(.pipeline)
        #expect(history.value(PipelineMinutes()).number == 0)
    }
}
