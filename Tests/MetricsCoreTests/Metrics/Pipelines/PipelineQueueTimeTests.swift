import MetricsCore
import Testing

@Suite struct PipelineQueueTimeTests {
    @Test("It is the waiting GitLab states, of pipelines that succeeded or failed")
    func plain() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: 900, queued: 10)
        history.pipeline(2, "failed", of: "b", created: 0, finished: 900, queued: 20)
        history.pipeline(3, "success", of: "c", created: 0, finished: 900, queued: 60)
        let value = history.value(PipelineQueueTime())
        #expect(value.number == 20)
        #expect(value.distribution?.p95 == 56)
        #expect(value.evidence.references.numbers == [1, 2, 3])
        #expect(history.value(PipelineQueueTime().redefined { $0.statistic = .p95 }).number == 56)
    }

    @Test("What ran no course of its own, and what GitLab does not tell, is left out by reason")
    func leftOut() {
        var history = History()
        history.pipeline(1, "canceled", of: "a", created: 0, finished: 900, queued: 10)
        history.pipeline(
            2, "success", of: "a", created: 0, finished: 900, queued: 10, source: "parent_pipeline")
        history.pipeline(3, "success", of: "a", created: 0, finished: 900)
        history.pipeline(4, "success", of: "a", created: 0, finished: 900, queued: -1)
        history.pipeline(5, "running", of: "a", created: 0)
        let value = history.value(PipelineQueueTime())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.canceled).numbers == [1])
        #expect(value.evidence.excluded(.childPipeline).numbers == [2])
        #expect(value.evidence.excluded(.noDuration).numbers == [3])
        #expect(value.evidence.excluded(.backwards).numbers == [4])
        #expect(value.evidence.excluded(.running).numbers == [5])
    }

    @Test("GitLab states no wait of less than a second: then it is the time from creation to start")
    func unstated() {
        var history = History()
        history.pipeline(1, "success", of: "a", created: 0, finished: 900)
        history.pipeline(2, "success", of: "a", created: 600, finished: 900)
        history.pipeline(3, "success", of: "a", created: 0, finished: 900, queued: 40)
        let started = history.at(0)
        for id in 1...3 as ClosedRange<Int64> {
            history.edit(PipelineKey(history.project.instance, id)) { (pipeline: inout PipelineRecord) in
                pipeline.startedAt = Register(started, stamp: History.editStamp)
            }
        }
        let value = history.value(PipelineQueueTime())
        #expect(value.distribution?.min == 0)
        #expect(value.distribution?.max == 40)
        #expect(value.evidence.references.numbers == [1, 3])
        #expect(value.evidence.excluded(.noDuration).numbers == [2])
    }

    @Test("No waiting is 0 seconds, no pipeline is no number")
    func nothing() {
        var history = History()
        history.cover()
        #expect(history.value(PipelineQueueTime()).absence == .nothingHappened)
        history.pipeline(1, "success", of: "a", created: 0, finished: 900, queued: 0)
        #expect(history.value(PipelineQueueTime()).number == 0)
    }
}
