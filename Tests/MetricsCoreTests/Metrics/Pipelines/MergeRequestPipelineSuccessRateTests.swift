import MetricsCore
import Testing

@Suite struct MergeRequestPipelineSuccessRateTests {
    @Test("It counts pipelines made for merge requests, and the head pipelines of merge requests")
    func plain() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.headPipeline(of: 1, 3)
        history.pipeline(
            1, "success", of: "a", on: "refs/merge-requests/1/head", created: 0, finished: 60,
            source: "merge_request_event")
        history.pipeline(
            2, "failed", of: "a", on: "refs/merge-requests/1/head", created: 0, finished: 60,
            source: "merge_request_event")
        history.pipeline(3, "success", of: "b", on: "topic-1", created: 0, finished: 60)
        history.pipeline(4, "failed", of: "c", on: "main", created: 0, finished: 60)
        let value = history.value(MergeRequestPipelineSuccessRate())
        #expect(value.fraction == Fraction(2, 3))
        #expect(value.evidence.references.numbers == [1, 2, 3])
        #expect(value.evidence.hits.numbers == [1, 3])
    }

    @Test("A branch's pipeline is none of a merge request that is gone")
    func gone() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.headPipeline(of: 1, 3)
        history.pipeline(3, "success", of: "b", on: "topic-1", created: 0, finished: 60)
        history.remove(MergeRequestRecord.self, MergeRequestKey(history.project.instance, 1))
        #expect(history.value(MergeRequestPipelineSuccessRate()).evidence.sampleSize == 0)
    }

    @Test("Only success and failure make the rate")
    func statuses() {
        var history = History()
        for (index, status) in ["canceled", "skipped", "running", "success"].enumerated() {
            history.pipeline(
                Int64(index), status, of: "a", created: 0, finished: 60, source: "merge_request_event")
        }
        let value = history.value(MergeRequestPipelineSuccessRate())
        #expect(value.fraction == Fraction(1, 1))
        #expect(value.evidence.excluded(.canceled).numbers == [0])
        #expect(value.evidence.excluded(.skipped).numbers == [1])
        #expect(value.evidence.excluded(.running).numbers == [2])
    }

    @Test("The finish decides the period; nothing finished is no rate")
    func bounds() {
        var history = History()
        history.cover()
        history.pipeline(1, "success", of: "a", created: -60, finished: 0, source: "merge_request_event")
        history.pipeline(
            2, "success", of: "a", created: 0, finished: History.day, source: "merge_request_event")
        let value = history.value(MergeRequestPipelineSuccessRate(), days: 0..<1)
        #expect(value.evidence.references.numbers == [1])
        #expect(
            history.value(MergeRequestPipelineSuccessRate(), days: 2..<3).absence == .nothingHappened)
    }
}
