import Testing

@testable import GitLabAPI

@Suite("ConcurrencyLimit")
struct ConcurrencyLimitTests {
    @Test("serves everyone in the end, never more at once than it has slots", arguments: [1, 2, 7])
    func servesAll(slots: Int) async {
        let limit = ConcurrencyLimit(slots)
        let gauge = Gauge()
        let served = Counter()
        await withTaskGroup { group in
            for number in 0..<500 {
                group.addTask {
                    let task = Task {
                        try await limit.acquire()
                        gauge.enter()
                        await Task.yield()
                        gauge.leave()
                        limit.release()
                        served.increment()
                    }
                    if number.isMultiple(of: 5) { task.cancel() }
                    _ = await task.result
                }
            }
        }
        #expect(served.value >= 400, "only those who were cancelled may go unserved")
        #expect(gauge.highest <= slots)
        #expect(limit.occupancy == 0)
    }
}
