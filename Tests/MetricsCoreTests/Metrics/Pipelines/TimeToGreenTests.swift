import MetricsCore
import Testing

@Suite struct TimeToGreenTests {
    private let hour = 3600

    /// Pipelines of the default branch, one an hour: `S` succeeds, `F` fails.
    private func history(_ runs: String) -> History {
        var history = History()
        history.name("acme/app")
        for (index, run) in runs.enumerated() {
            history.pipeline(
                Int64(index), run == "S" ? "success" : "failed", of: "sha-\(index)", created: index * hour,
                finished: index * hour)
        }
        return history
    }

    @Test("It runs from the first failure after a success to the next success")
    func plain() {
        let value = history("SFFSSFS").value(TimeToGreen())
        #expect(value.distribution?.max == Double(2 * hour))
        #expect(value.number == Double(2 * hour + hour) / 2)
        #expect(value.evidence.references.numbers == [1, 5])
    }

    @Test("A branch still red is pending, one whose last success is not known lacks its beginning")
    func unfinished() {
        let evidence = history("FFSFF").value(TimeToGreen()).evidence
        #expect(evidence.references.isEmpty)
        #expect(evidence.excluded(.missingInstant).numbers == [0])
        #expect(evidence.excluded(.pending).numbers == [3])
    }

    @Test("A success decides the period, not the failure")
    func bounds() {
        var history = history("SF")
        history.pipeline(9, "success", of: "sha", created: 0, finished: 2 * History.day)
        #expect(history.value(TimeToGreen(), days: 0..<2).number == nil)
        #expect(history.value(TimeToGreen(), days: 2..<3).number == Double(2 * History.day - hour))
    }

    @Test("Other branches, child pipelines and what neither succeeded nor failed neither break nor mend")
    func others() {
        var history = history("SF")
        history.pipeline(10, "success", of: "a", on: "topic", created: 0, finished: 2 * hour)
        history.pipeline(11, "success", of: "a", created: 0, finished: 2 * hour, source: "parent_pipeline")
        history.pipeline(12, "canceled", of: "a", created: 0, finished: 2 * hour)
        history.pipeline(13, "skipped", of: "a", created: 0, finished: 2 * hour)
        history.pipeline(14, "success", of: "a", created: 0, finished: 5 * hour)
        history.pipeline(15, "failed", of: "b", on: "topic", created: 0, finished: 6 * hour)
        let value = history.value(TimeToGreen())
        #expect(value.number == Double(4 * hour))
        #expect(value.evidence.sampleSize == 1)
        #expect(value.evidence.exclusions.isEmpty)
    }

    @Test("Where the default branch is not known, failures are left out and say so")
    func unknownBranch() {
        var history = History()
        history.cover()
        history.pipeline(1, "success", created: 0, finished: 60)
        history.pipeline(2, "failed", created: 0, finished: 120)
        history.pipeline(3, "success", created: 0, finished: 180)
        let value = history.value(TimeToGreen())
        #expect(value.absence == .allLeftOut)
        #expect(value.evidence.excluded(.unknownDefaultBranch).numbers == [2])
    }

    @Test("Outages are the stretches of failures between two successes", arguments: 1...20)
    func stretches(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let runs = String((0..<40).map { _ in Bool.random(using: &random) ? "S" : "F" } as [Character])
        let stretches = runs.split(separator: "S", omittingEmptySubsequences: false).map(\.count)
        let whole = stretches.dropFirst().dropLast().filter { $0 > 0 }
        let value = history(runs).value(TimeToGreen().redefined { $0.statistic = .sum })
        #expect(value.evidence.sampleSize == whole.count)
        #expect((value.number ?? 0) == Double(whole.reduce(0, +) * hour))
    }
}
