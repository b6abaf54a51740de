import MetricsCore
import Testing

@Suite struct MergeRequestPipelineDurationTests {
    @Test("It is the duration GitLab states, of the same pipelines as their success rate")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.headPipeline(of: 1, 2)
        history.pipeline(
            1, "success", of: "a", created: 0, finished: 60, duration: 100, source: "merge_request_event")
        history.pipeline(2, "failed", of: "b", on: "topic-1", created: 0, finished: 60, duration: 300)
        history.pipeline(3, "success", of: "c", created: 0, finished: 60, duration: 9000)
        let value = history.value(MergeRequestPipelineDuration())
        #expect(value.number == 200)
        #expect(value.evidence.references.numbers == [1, 2])
    }

    @Test("Unknown and negative durations and unfinished pipelines are left out by reason")
    func leftOut() {
        var history = History()
        for (id, status, duration) in [
            (1, "success", nil), (2, "success", -3), (3, "canceled", 60), (4, "pending", nil),
        ] as [(Int64, String, Int?)] {
            history.pipeline(
                id, status, of: "a", created: 0, finished: 60, duration: duration,
                source: "merge_request_event")
        }
        let value = history.value(MergeRequestPipelineDuration())
        #expect(value.absence == .notCollected)
        #expect(value.evidence.excluded(.noDuration).numbers == [1])
        #expect(value.evidence.excluded(.backwards).numbers == [2])
        #expect(value.evidence.excluded(.canceled).numbers == [3])
        #expect(value.evidence.excluded(.running).numbers == [4])
    }
}
