/// A member's role in a group or project, ordered by what it may do.
///
/// <https://docs.gitlab.com/api/access_requests/#valid-access-levels>
public struct AccessLevel: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let none = Self(rawValue: 0)
    public static let minimal = Self(rawValue: 5)
    public static let guest = Self(rawValue: 10)
    public static let planner = Self(rawValue: 15)
    public static let reporter = Self(rawValue: 20)
    public static let developer = Self(rawValue: 30)
    public static let maintainer = Self(rawValue: 40)
    public static let owner = Self(rawValue: 50)

    /// As hooks spell it: `Maintainer`.
    var title: String {
        switch self {
        case .minimal: "Minimal Access"
        case .guest: "Guest"
        case .planner: "Planner"
        case .reporter: "Reporter"
        case .developer: "Developer"
        case .maintainer: "Maintainer"
        case .owner: "Owner"
        default: "No access"
        }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
