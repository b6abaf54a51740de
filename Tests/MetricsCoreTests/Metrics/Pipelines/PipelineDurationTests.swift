import MetricsCore
import Testing

@Suite struct PipelineDurationTests {
    @Test("It is the duration GitLab states, of pipelines that succeeded or failed")
    func plain() {
        var history = History()
        history.pipeline(1, "success", created: 0, finished: 900, duration: 100)
        history.pipeline(2, "failed", created: 0, finished: 900, duration: 300)
        history.pipeline(3, "canceled", created: 0, finished: 900, duration: 7)
        history.pipeline(4, "success", created: 0, finished: 900, duration: 700, source: "parent_pipeline")
        let value = history.value(PipelineDuration())
        #expect(value.number == 200)
        #expect(value.distribution?.max == 300)
        #expect(value.evidence.references.numbers == [1, 2])
        #expect(value.evidence.excluded(.canceled).numbers == [3])
        #expect(value.evidence.excluded(.childPipeline).numbers == [4])
    }

    @Test("An unknown duration is left out, not taken from the clock; a negative one too")
    func unknown() {
        var history = History()
        history.pipeline(1, "success", created: 0, finished: 900)
        history.pipeline(2, "success", created: 0, finished: 900, duration: -5)
        let value = history.value(PipelineDuration())
        #expect(value.number == nil)
        #expect(value.evidence.excluded(.noDuration).numbers == [1])
        #expect(value.evidence.excluded(.backwards).numbers == [2])
    }
}
