import Foundation

/// SplitMix64: the same seed gives the same numbers on every platform and in every version.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A whole number in the range. The standard library's own way may change with its version; this does not.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
    }

    /// A duration in seconds around a median, long in the tail: a log-normal distribution by the sum of uniform
    /// numbers, which needs no transcendental function but `exp2`.
    mutating func duration(median: Double, spread: Double = 1.5) -> Double {
        let normal = (0..<12).reduce(-6.0) { sum, _ in sum + unit() }
        return median * exp2(normal * spread)
    }
}
