import MetricsCore
import Testing

@Suite struct StaleMergeRequestsTests {
    private let hour = 3600

    @Test("It is the share of the open ones on which nothing happened for 30 days, or as many as it is told")
    func stale() {
        var history = History()
        history.mergeRequest(1, created: -90 * History.day)
        history.mergeRequest(2, created: -90 * History.day)
        history.note(on: 2, at: 25 * History.day, by: History.grace)
        history.mergeRequest(3, created: 0)
        history.mergeRequest(4, created: 1)
        let value = history.value(StaleMergeRequests())
        #expect(value.evidence.hits.numbers == [1, 3])
        #expect(value.number == 0.5)
        var metric = StaleMergeRequests()
        metric.days = 5
        #expect(history.value(metric).evidence.hits.numbers == [1, 2, 3, 4])
    }

    @Test("With nothing open there is no share")
    func nothing() { #expect(History().value(StaleMergeRequests()).number == nil) }
}
