/// A version of GitLab a fake plays: the text `/version` answers, and the numbers features go by.
///
/// ```swift
/// var world = World(now: now, version: "15.4.6-ee", tier: .premium)
/// ```
public struct GitLabVersion: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    /// As `/version` says it: `18.11.1-ee`; without `-ee` it is the Community Edition.
    public let text: String
    private let numbers: [Int]

    /// Numbers that are missing or unreadable count as 0.
    public init(_ text: String) {
        self.text = text
        let parts = text.prefix { $0 != "-" }.split(separator: ".").map { Int($0) ?? 0 }
        numbers = Array((parts + [0, 0, 0]).prefix(3))
    }

    public init(stringLiteral text: String) { self.init(text) }

    /// The last 15: no `prepared_at`, no `imported`, REST without hook logs, a small GraphQL schema.
    public static let v15: Self = "15.11.13-ee"
    /// The last 17.
    public static let v17: Self = "17.11.4-ee"
    /// What worlds are by default, and the fixtures were written down from.
    public static let v18: Self = "18.11.1-ee"
    /// A recent 19.
    public static let v19: Self = "19.2.1-ee"

    /// Whether the Enterprise Edition runs, licensed or not.
    public var isEnterprise: Bool { text.hasSuffix("-ee") }
    /// The first number, which GraphQL's schemas go by.
    public var major: Int { numbers[0] }

    /// Equal numbers with other suffixes are neither before nor after each other, and not equal.
    public static func < (left: Self, right: Self) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
