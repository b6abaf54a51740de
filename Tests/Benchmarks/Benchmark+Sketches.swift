import Foundation
import MetricsCore

extension Benchmark {
    static let sketches = Benchmark(
        name: "sketches",
        title: "Quantile sketches: greatest error of p0…p100, size, speed; and exact samples kept in order"
    ) {
        var figures: [Figure] = []
        for (name, values) in SketchSamples.all(count: 200_000) {
            let sketch = QuantileSketch(values)
            let bytes = try JSONEncoder().encode(sketch).count
            figures.append(Figure("\(name), greatest error", SketchSamples.error(of: sketch, values), "%"))
            figures.append(Figure("\(name), encoded", Double(bytes), "bytes"))
        }
        let values = SketchSamples.durations(count: 1_000_000)
        let few = values.prefix(10_000)
        // Many short runs: the fastest is one that no other process has cut short.
        let inserting = fastest(of: 100) {
            var sketch = QuantileSketch()
            for value in few { sketch.insert(value) }
            blackHole(sketch.count)
        }
        let parts = (0..<1000).map { QuantileSketch(values[($0 * 1000)..<($0 * 1000 + 1000)]) }
        let merging = fastest(of: 100) {
            var whole = QuantileSketch()
            for part in parts { whole.merge(part) }
            blackHole(whole.count)
        }
        let building = fastest { blackHole(UInt64(SortedSamples(values).count)) }
        var samples = SortedSamples(values)
        let moving = fastest(of: 100) {
            for value in few { samples.insert(value / 2) }
            for value in few { samples.remove(value / 2) }
        }
        let telling = fastest(of: 100) {
            for value in few.prefix(100) {
                samples.insert(value / 2)
                blackHole(UInt64(samples.distribution?.count ?? 0))
            }
        }
        return figures + [
            Figure("sketch: one value inserted", inserting / 10_000 * 1e9, "ns"),
            Figure("sketch: one of 1,000 values merged", merging / 1000 * 1e9, "ns"),
            Figure("samples: 1,000,000 put in order", building * 1000, "ms"),
            Figure("samples: one among them inserted or removed", moving / 20_000 * 1e9, "ns"),
            Figure("samples: one inserted, and their distribution", telling / 100 * 1e9, "ns"),
        ]
    }
}

/// Keeps the optimizer from dropping what is measured.
@inline(never)
private func blackHole(_ count: UInt64) { if count == .max { print(count) } }

/// Values that are easy and hard to sketch, the same in every run.
private struct SketchSamples {
    private var state: UInt64 = 42

    /// 0..<1.
    private mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(UInt64(1) << 53)
    }

    private static func many(_ count: Int, _ make: (inout Self) -> Double) -> [UInt32] {
        var samples = Self()
        return (0..<count).map { _ in UInt32(min(make(&samples), Double(UInt32.max))) }
    }

    /// As times to merge are: a tenth within minutes, the median about a day, some of months.
    static func durations(count: Int) -> [UInt32] {
        many(count) { random in
            let deviation = (0..<12).reduce(-6) { sum, _ in sum + random.uniform() }
            return 86_400 * exp(1.8 * deviation)
        }
    }

    static func all(count: Int) -> [(name: String, values: [UInt32])] {
        [
            ("times to merge", durations(count: count)),
            ("comments, 0…30", many(count) { ($0.uniform() * $0.uniform() * 31).rounded(.down) }),
            ("constant", many(count) { _ in 86_399 }),
            ("two far spikes", many(count) { $0.uniform() < 0.5 ? 3 : 4e9 }),
            ("powers of two", many(count) { pow(2, ($0.uniform() * 32).rounded(.down)) }),
            ("uniform, a week", many(count) { $0.uniform() * 604_800 }),
            ("geometric", many(count) { pow(1.02, ($0.uniform() * 1000).rounded(.down)) }),
            ("Pareto, exponent 0.8", many(count) { 60 / pow(1 - $0.uniform(), 1.25) }),
            ("all of UInt32, evenly", many(count) { $0.uniform() * 4_294_967_295 }),
        ]
    }

    /// Of the percentiles 0…100, in percent of the exact one.
    static func error(of sketch: QuantileSketch, _ values: [UInt32]) -> Double {
        let sorted = values.sorted()
        return (0...100).reduce(0) { worst, percent in
            let position = Double(percent) / 100 * Double(sorted.count - 1)
            let low = Double(sorted[Int(position)])
            let high = Double(sorted[min(Int(position) + 1, sorted.count - 1)])
            let exact = low + (position - position.rounded(.down)) * (high - low)
            let estimate = sketch.quantile(Double(percent) / 100) ?? .infinity
            return max(worst, estimate == exact ? 0 : abs(estimate - exact) / exact * 100)
        }
    }
}
