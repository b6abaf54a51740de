import MetricsCore
import Testing

@Suite struct DistributionTests {
    /// PERCENTILE_CONT by its definition, over sorted values.
    private func percentile(_ sorted: [UInt32], _ fraction: Double) -> Double {
        let position = Double(sorted.count - 1) * fraction
        let lower = Int(position)
        let upper = min(lower + 1, sorted.count - 1)
        let low = Double(sorted[lower])
        return low + (position - Double(lower)) * (Double(sorted[upper]) - low)
    }

    @Test(
        "Percentiles are those of the sorted values, whatever their order and repetitions", arguments: 1...40)
    func sorted(seed: Int) throws {
        var random = PseudoRandom(seed: UInt64(seed))
        let spread = [UInt32(1), 3, 1000, .max].randomElement(using: &random) ?? 1
        let values = (0..<Int.random(in: 1...400, using: &random)).map { _ in
            UInt32.random(in: 0...spread, using: &random)
        }
        let order = values.sorted()
        let distribution = try #require(Distribution(values))
        #expect(distribution.count == values.count)
        #expect(distribution.min == Double(order[0]))
        #expect(distribution.max == Double(order[order.count - 1]))
        #expect(distribution.median == percentile(order, 0.5))
        #expect(distribution.p75 == percentile(order, 0.75))
        #expect(distribution.p90 == percentile(order, 0.9))
        #expect(distribution.p95 == percentile(order, 0.95))
        let sum = values.reduce(0) { $0 + UInt64($1) }
        #expect(distribution.mean == Double(sum) / Double(values.count))
        #expect(Distribution(values.shuffled(using: &random)) == distribution)
    }

    @Test("Nothing has no distribution, one value is all of it")
    func few() throws {
        #expect(Distribution([]) == nil)
        let one = try #require(Distribution([7]))
        #expect([one.min, one.median, one.p75, one.p90, one.p95, one.max, one.mean].allSatisfy { $0 == 7 })
    }

    @Test("An even number of values has the middle of the two middle ones as its median")
    func interpolation() throws {
        let four = try #require(Distribution([4, 1, 3, 2]))
        #expect(four.median == 2.5)
        #expect(four.p75 == 3.25)
    }
}
