import MetricsCore
import Testing

@Suite("Sorted samples")
struct SortedSamplesTests {
    @Test("After any insertions and removals they tell bit for bit what all values tell", arguments: 1...6)
    func agrees(seed: Int) throws {
        var random = PseudoRandom(seed: UInt64(seed))
        let range: ClosedRange<UInt32> = seed % 2 == 0 ? 0...40 : 0...UInt32.max
        var values = (0..<[0, 1, 700, 3000, 5000, 20][seed % 6]).map { _ in
            UInt32.random(in: range, using: &random)
        }
        var samples = SortedSamples(values)
        for step in 0..<4000 {
            if Int.random(in: 0..<5, using: &random) < (seed < 4 ? 3 : 2) {
                let value = step % 97 == 0 ? UInt32.max : UInt32.random(in: range, using: &random)
                samples.insert(value)
                values.append(value)
            } else if let position = values.indices.randomElement(using: &random) {
                let isRemoved = samples.remove(values[position])
                #expect(isRemoved)
                values.swapAt(position, values.count - 1)
                values.removeLast()
            }
            if step % 401 == 0 { #expect(samples.distribution == Distribution(values)) }
        }
        #expect(samples.count == values.count)
        #expect(samples.distribution == Distribution(values))
    }

    @Test("What is not among them cannot be taken out")
    func absent() {
        var samples = SortedSamples([1, 3, 3])
        let removals = [2, 9, 3, 3, 3, 1].map { samples.remove($0) }
        #expect(removals == [false, false, true, true, false, true])
        #expect(samples.distribution == nil)
        let again = samples.remove(1)
        #expect(!again)
    }

    @Test("Nearly all taken out, in any order, the rest is told as before", arguments: 1...3)
    func drained(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        var values = (0..<20_000).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
        var samples = SortedSamples(values)
        if seed == 1 { values.sort() } else { values.shuffle(using: &random) }
        while values.count > 3 {
            let isRemoved = samples.remove(values.removeLast())
            #expect(isRemoved)
            if values.count.isMultiple(of: 1499) { #expect(samples.distribution == Distribution(values)) }
        }
        for value in [0, UInt32.max, 0] {
            samples.insert(value)
            values.append(value)
        }
        #expect(samples.distribution == Distribution(values))
    }
}
