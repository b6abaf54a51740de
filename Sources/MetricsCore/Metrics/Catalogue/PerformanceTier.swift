/// How well a team delivers, by one of the four DORA metrics.
public enum PerformanceTier: Int, Codable, Hashable, Comparable, Sendable, CaseIterable,
    CustomStringConvertible
{
    case low, medium, high, elite

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    public var description: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .elite: "elite"
        }
    }
}
