import MetricsCore
import Testing

@Suite struct TimeToMergeTests {
    private let hour = 3600

    @Test("It runs from ready to merged, whatever GitLab's own analytics count")
    func readyToMerged() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 5 * hour)
        history.note(on: 1, at: 2 * hour, by: History.ada, .markedReady)
        #expect(history.value(TimeToMerge()).number == Double(3 * hour))
        #expect(history.value(TimeToMerge(TimeToMerge.gitLab)).number == Double(5 * hour))
    }

    @Test(
        "The merge decides the period, at its start and not at its end",
        arguments: [
            (-1, false), (0, true), (30 * 86_400 - 1, true), (30 * 86_400, false),
        ])
    func bounds(merged: Int, counts: Bool) {
        var history = History()
        history.mergeRequest(1, created: -10, merged: merged)
        #expect(history.value(TimeToMerge()).evidence.sampleSize == (counts ? 1 : 0))
    }

    @Test("One closed and reopened counts from ready to its merge")
    func reopened() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.note(on: 1, at: 2 * hour, by: History.ada, .closed)
        history.note(on: 1, at: 4 * hour, by: History.ada, .reopened)
        #expect(history.value(TimeToMerge()).number == Double(9 * hour))
    }

    @Test("What is not merged is told apart")
    func without() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0, closed: 60)
        history.mergeRequest(3, created: 0, draft: true)
        let evidence = history.value(TimeToMerge()).evidence
        #expect(evidence.excluded(.pending).numbers == [1])
        #expect(evidence.excluded(.closedUnmerged).numbers == [2])
        #expect(evidence.excluded(.draft).numbers == [3])
    }

    @Test("A span that runs backwards is left out and counted, or 0 where the definition says so")
    func backwards() {
        var history = History()
        history.mergeRequest(1, created: 100, merged: 40)
        history.mergeRequest(2, created: 100, merged: 100)
        let value = history.value(TimeToMerge())
        #expect(value.evidence.references.numbers == [2])
        #expect(value.evidence.excluded(.backwards).numbers == [1])
        var definition = TimeToMerge.standard
        definition.inclusion.backwards = .zero
        let clamped = history.value(TimeToMerge(definition))
        #expect(clamped.number == 0)
        #expect(clamped.evidence.sampleSize == 2)
        #expect(clamped.evidence.marked(.clampedToZero).numbers == [1])
    }

    @Test("What GitLab no longer shows does not count")
    func gone() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour, existence: .gone)
        history.mergeRequest(2, created: 0, merged: hour, existence: .present)
        #expect(history.value(TimeToMerge()).evidence.references.numbers == [2])
    }

    @Test("A span of more than 136 years is left out instead of trapping")
    func implausible() {
        var history = History()
        history.mergeRequest(1, created: -200 * 366 * 86_400, merged: 60)
        history.mergeRequest(2, created: Int(Int32.max) * -1, merged: 60)
        let value = history.value(TimeToMerge())
        #expect(value.evidence.excluded(.implausible).numbers == [1])
        #expect(value.number == Double(Int32.max) + 60)
    }

    @Test("A host may count bots, and ask for another statistic")
    func variations() {
        var history = History()
        for id in 1...10 { history.mergeRequest(Int64(id), created: 0, merged: id * 60, author: History.bot) }
        var definition = TimeToMerge.standard
        definition.inclusion.bots = .included
        definition.statistic = .p90
        #expect(history.value(TimeToMerge(definition)).number == 546)
        #expect(history.value(TimeToMerge()).evidence.excluded(.bot).count == 10)
    }
}
