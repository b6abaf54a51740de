/// A version of GitLab, as far as features go by it: `18.11.1`. Suffixes such as `-ee` and `-pre` do not count.
public struct GitLabRelease: Hashable, Comparable, Sendable, LosslessStringConvertible {
    public let major: Int
    public let minor: Int
    public let patch: Int

    public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `18.11.1-ee`, `18.11.0-pre` or `18.11`; `nil` for anything else.
    public init?(_ text: String) {
        let digits = text.prefix { $0 != "-" && $0 != "+" }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        guard numbers.count == parts.count, (2...3).contains(numbers.count) else { return nil }
        self.init(numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
    }

    public var description: String { "\(major).\(minor).\(patch)" }

    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
