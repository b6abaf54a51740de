import MetricsCore
import Testing

@Suite struct MergeRequestFilesTests {
    private let hour = 3600

    @Test("It is the median over those merged, and what is not known is left out")
    func worked() {
        var history = History()
        for id in 1...4 as ClosedRange<Int64> { history.mergeRequest(id, created: 0, merged: hour) }
        history.size(of: 1, additions: 10, deletions: 2, files: 1)
        history.size(of: 2, additions: 200, deletions: 40, files: 9)
        history.size(of: 3, additions: .max, deletions: .max, files: .max)
        let value = history.value(MergeRequestFiles())
        #expect(value.distribution?.min == 1)
        #expect(value.number == 9)
        #expect(value.distribution?.max == Double(UInt32.max))
        #expect(value.unit == .files)
        #expect(value.evidence.excluded(.noSize).numbers == [4])
    }

    @Test("What bots open is left out, unless the definition counts it")
    func bots() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour, author: History.bot)
        let metric = MergeRequestFiles()
        #expect(history.value(metric).evidence.excluded(.bot).numbers == [1])
        let counted = metric.redefined { $0.inclusion.bots = .included }
        #expect(history.value(counted).evidence.excluded(.bot).isEmpty)
    }
}
