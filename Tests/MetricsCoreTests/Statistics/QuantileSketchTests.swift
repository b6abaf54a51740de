import Foundation
import MetricsCore
import Testing

@Suite("Quantile sketch")
struct QuantileSketchTests {
    static let samples: [(name: String, values: [UInt32])] = {
        var random = PseudoRandom(seed: 17)
        func many(_ make: (inout PseudoRandom) -> UInt32) -> [UInt32] {
            (0..<6000).map { _ in make(&random) }
        }
        return [
            ("one value", [77]), ("two values", [1, .max]),
            ("constant", Array(repeating: 86_399, count: 999)),
            ("zeros", Array(repeating: 0, count: 500)), ("zero and greatest", [0, .max, 0, .max, 0]),
            ("two far spikes", many { Bool.random(using: &$0) ? 3 : 4_000_000_000 }),
            ("powers of two", (0..<32).map { UInt32(1) << $0 }),
            ("even", many { UInt32.random(in: 0...600_000, using: &$0) }),
            ("geometric", many { UInt32(pow(1.02, Double(Int.random(in: 0...1000, using: &$0)))) }),
            (
                "heavy tail",
                many { UInt32(clamping: Int64(60 / pow(Double.random(in: 0.000001...1, using: &$0), 1.3))) }
            ),
            ("small numbers", many { UInt32.random(in: 0...9, using: &$0) }),
            ("borders", (1...1000).map { UInt32(clamping: Int64(exp(Double($0) * 0.02))) }),
            ("rising", Array(1...6000)), ("falling", Array((1...6000).reversed())),
            ("one to three", [3, 1, 2]), ("zeros and ones", many { UInt32.random(in: 0...1, using: &$0) }),
        ]
    }()

    @Test("Every percentile lies within 1 % of the exact one", arguments: samples)
    func bound(_ sample: (name: String, values: [UInt32])) throws {
        let sketch = QuantileSketch(sample.values)
        let sorted = sample.values.sorted()
        for percent in 0...100 {
            let position = Double(percent) / 100 * Double(sorted.count - 1)
            let low = Double(sorted[Int(position)])
            let high = Double(sorted[min(Int(position) + 1, sorted.count - 1)])
            let exact = low + (position - position.rounded(.down)) * (high - low)
            let estimate = try #require(sketch.quantile(Double(percent) / 100))
            #expect(
                abs(estimate - exact) <= QuantileSketch.relativeError * exact * (1 + 1e-12),
                "p\(percent) of \(sample.name)")
        }
        let exact = try #require(Distribution(sample.values))
        let told = try #require(sketch.distribution)
        #expect(told.count == exact.count && told.min == exact.min && told.max == exact.max)
        #expect(abs(told.mean - exact.mean) <= 1e-9 * exact.mean)
    }

    @Test(
        "Sketches of parts, in any grouping and order, make the sketch of the whole",
        arguments: [1, 10, 500])
    func merging(parts: Int) throws {
        var random = PseudoRandom(seed: UInt64(parts))
        for sample in Self.samples {
            var sketches = Array(repeating: QuantileSketch(), count: parts)
            for value in sample.values { sketches[Int.random(in: 0..<parts, using: &random)].insert(value) }
            let whole = QuantileSketch(sample.values)
            while sketches.count > 1 {
                let taken = sketches.remove(at: Int.random(in: 0..<sketches.count, using: &random))
                let position = Int.random(in: 0..<sketches.count, using: &random)
                sketches[position] =
                    Bool.random(using: &random)
                    ? taken.merging(sketches[position]) : sketches[position].merging(taken)
            }
            #expect(sketches[0] == whole)
            #expect(whole.merging(QuantileSketch()) == whole)
            let stored = try JSONEncoder().encode(whole)
            #expect(try JSONDecoder().decode(QuantileSketch.self, from: stored) == whole)
            #expect(stored.count < 14_000)
        }
    }

    @Test("An empty one has no quantile")
    func empty() throws {
        #expect(QuantileSketch().quantile(0.5) == nil)
        #expect(QuantileSketch().distribution == nil)
        let stored = try JSONEncoder().encode(QuantileSketch())
        #expect(try JSONDecoder().decode(QuantileSketch.self, from: stored) == QuantileSketch())
    }

    @Test(
        "What no sketch encodes to is refused",
        arguments: [
            #"{"format":2,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[],"counts":[]}"#,
            #"{"format":1,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[1],"counts":[]}"#,
            #"{"format":1,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[1],"counts":[0]}"#,
            #"{"format":1,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[5,0],"counts":[1,1]}"#,
            #"{"format":1,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[-5],"counts":[1]}"#,
            #"{"format":1,"zeros":0,"sum":0,"min":0,"max":0,"buckets":[9223372036854775807,1],"counts":[1,1]}"#,
            #"{"format":1,"zeros":0,"sum":9,"min":9,"max":1,"buckets":[5],"counts":[1]}"#, "[]",
            #"{"format":1,"zeros":0,"sum":9,"min":4294967295,"max":0,"buckets":[],"counts":[]}"#,
            #"{"format":1,"zeros":0,"sum":6,"min":6,"max":7,"buckets":[5],"counts":[1]}"#,
            #"{"format":1,"zeros":1,"sum":6,"min":6,"max":6,"buckets":[5],"counts":[1]}"#,
            #"{"format":1,"zeros":0,"sum":99,"min":6,"max":6,"buckets":[5],"counts":[1]}"#,
            #"{"format":1,"zeros":0,"sum":6,"min":6,"max":6,"buckets":[942],"counts":[1]}"#,
            #"{"format":1,"zeros":-1,"sum":6,"min":6,"max":6,"buckets":[5],"counts":[1]}"#,
        ])
    func refuses(_ text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(QuantileSketch.self, from: Data(text.utf8))
        }
    }

    @Test("Counts that overflow saturate, and no fraction is too much for them")
    func saturates() throws {
        let text =
            #"{"format":1,"zeros":18446744073709551615,"sum":18446744073709551615,"min":0,"max":7,"buckets":[6],"counts":[18446744073709551615]}"#
        let sketch = try JSONDecoder().decode(QuantileSketch.self, from: Data(text.utf8))
        let doubled = sketch.merging(sketch)
        #expect(doubled.count == .max)
        #expect(doubled.quantile(0.25) == 0)
        #expect(doubled.quantile(1) == 7)
        #expect(doubled.quantile(.infinity) == 7)
        #expect(doubled.quantile(-.infinity) == 0)
        #expect(doubled.quantile(.nan) == nil)
    }

    @Test("A month's sketch is made of its days'")
    func example() {
        let values: [[UInt32]] = [[60, 3600, 86_400], [], [7200]]
        let days = values.map { QuantileSketch($0) }
        var month = QuantileSketch()
        for day in days { month.merge(day) }
        let median = month.quantile(0.5)
        #expect(median.map { abs($0 - 5400) <= 54 } == true)
        #expect(month.mean == 24_315)
    }

    @Test("Each whole number up to 49 is told exactly, among others too")
    func small() {
        let sketch = QuantileSketch(Array(0...49) + Array(repeating: .max, count: 15))
        for rank in 0...49 { #expect(sketch.quantile(Double(rank) / 64) == Double(rank)) }
    }

    @Test("Every value near the border of a bucket is estimated within 1 %")
    func borders() throws {
        var value: UInt64 = 1
        while value < UInt64(UInt32.max) {
            for near in [value, value + 1, value * 101 / 99] where near < UInt64(UInt32.max) {
                let sketch = QuantileSketch([0, UInt32(near), .max])
                let estimate = try #require(sketch.quantile(0.5))
                #expect(abs(estimate - Double(near)) <= 0.01 * Double(near) * (1 + 1e-12), "\(near)")
            }
            value = value * 101 / 99 + 1
        }
    }

    @Test("A thousand parts of 200,000 values, encoded on the way, make the whole, and encode as it does")
    func thousandParts() throws {
        var random = PseudoRandom(seed: 5)
        let values = (0..<200_000).map { _ in
            UInt32(truncatingIfNeeded: random.next() >> UInt64.random(in: 32...63, using: &random))
        }
        var merged = QuantileSketch()
        for part in 0..<1000 {
            let sketch = QuantileSketch(values[(part * 200)..<(part * 200 + 200)])
            let stored = try JSONEncoder().encode(sketch)
            merged.merge(try JSONDecoder().decode(QuantileSketch.self, from: stored))
        }
        let whole = QuantileSketch(values.shuffled(using: &random))
        #expect(merged == whole)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(merged) == encoder.encode(whole))
    }
}
