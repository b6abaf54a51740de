/// Where a series is going: a slope that single odd buckets do not bend.
///
/// The median of the slopes between all pairs of points (Theil 1950, Sen 1968).
public struct Trend: Codable, Hashable, Sendable {
    public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
        case rising, level, falling
    }

    /// How much the number changes from one bucket to the next.
    public let slope: Double
    /// What the change over the whole series comes to, relative to the median of its numbers; `nil` where that is 0.
    public let relativeChange: Double?
    public let direction: Direction

    /// - Parameters:
    ///   - numbers: bucket by bucket; those without a number are passed over.
    ///   - threshold: how much, relatively, the series must change to rise or fall; a tenth by default.
    /// - Returns: `nil` for fewer than three numbers.
    /// - Complexity: O(n² log n).
    public init?(of numbers: [Double?], threshold: Double = 0.1) {
        let known = numbers.enumerated().compactMap { position, number in
            number.flatMap { $0.isFinite ? (at: Double(position), number: $0) : nil }
        }
        guard known.count >= 3, let first = known.first, let last = known.last else { return nil }
        var slopes: [Double] = []
        for (index, one) in known.enumerated() {
            for other in known[(index + 1)...] {
                slopes.append((other.number - one.number) / (other.at - one.at))
            }
        }
        slope = Self.median(slopes)
        let level = abs(Self.median(known.map(\.number)))
        let change = slope * (last.at - first.at)
        let relative = change / level
        relativeChange = relative.isFinite ? relative : nil
        direction =
            change == 0 || relative.isFinite && abs(relative) < threshold
            ? .level : change > 0 ? .rising : .falling
    }

    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
    }
}
