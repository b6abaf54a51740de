/// A member's role as a number; a higher one includes the lower ones. An open set: custom and new roles decode too.
///
/// <https://docs.gitlab.com/api/access_requests/#valid-access-levels>
public struct AccessLevel: RawRepresentable, Hashable, Comparable, Codable, Sendable,
    ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(integerLiteral value: Int) { self.init(rawValue: value) }

    public static let none = Self(rawValue: 0)
    public static let minimal = Self(rawValue: 5)
    public static let guest = Self(rawValue: 10)
    public static let planner = Self(rawValue: 15)
    public static let reporter = Self(rawValue: 20)
    public static let securityManager = Self(rawValue: 25)
    public static let developer = Self(rawValue: 30)
    public static let maintainer = Self(rawValue: 40)
    public static let owner = Self(rawValue: 50)

    public var description: String { String(rawValue) }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
