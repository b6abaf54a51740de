import MetricsCore
import Testing

@Suite struct PipelineSuccessRateTests {
    @Test("It is success among success and failure; everything else stands apart")
    func statuses() {
        var history = History()
        let statuses = [
            "success", "success", "success", "failed", "canceled", "canceling", "skipped", "running",
            "manual",
            "unheard_of",
        ]
        for (index, status) in statuses.enumerated() {
            history.pipeline(Int64(index), status, created: index, finished: index + 60)
        }
        let value = history.value(PipelineSuccessRate())
        #expect(value.number == 0.75)
        #expect(value.fraction == Fraction(3, 4))
        #expect(value.evidence.hits.numbers == [0, 1, 2])
        #expect(value.evidence.excluded(.canceled).numbers == [4])
        #expect(value.evidence.excluded(.skipped).numbers == [6])
        #expect(value.evidence.excluded(.running).numbers == [5, 7, 8, 9])
    }

    @Test("A retried pipeline is one pipeline, with the status it ended in")
    func retried() {
        var history = History()
        history.pipeline(1, "success", created: 0, finished: 60)
        let stamp = Stamp(readBegan: 0)
        var earlier = PipelineRecord(id: PipelineKey("alpha", 1), project: history.project)
        earlier.summary = Register(
            .init(
                iid: 1, status: "failed", sha: "sha", createdAt: history.at(0)),
            stamp: stamp)
        history.insert(earlier)
        let value = history.value(PipelineSuccessRate())
        #expect(value.fraction == Fraction(1, 1))
    }

    @Test(
        "Child and downstream pipelines count under their parent", arguments: ["parent_pipeline", "pipeline"])
    func children(source: String) {
        var history = History()
        history.pipeline(1, "failed", created: 0, finished: 60)
        history.pipeline(2, "success", created: 0, finished: 60, source: source)
        let value = history.value(PipelineSuccessRate())
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.childPipeline).numbers == [2])
    }

    @Test("The finish decides the period, the creation while the finish is unknown")
    func bounds() {
        var history = History()
        history.pipeline(1, "success", created: -60, finished: 0)
        history.pipeline(2, "success", created: 0, finished: 31 * History.day)
        history.pipeline(3, "success", created: 60)
        #expect(history.value(PipelineSuccessRate()).evidence.references.numbers == [1, 3])
    }

    @Test("Nothing finished is no rate, and never 0")
    func none() {
        var history = History()
        history.cover()
        #expect(history.value(PipelineSuccessRate()).absence == .nothingHappened)
    }
}
