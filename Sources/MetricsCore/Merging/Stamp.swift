/// When a fact was true and how it was learned: the total order by which the newer of two statements wins.
///
/// Ordered by GitLab's `updated_at` (milliseconds where the source has them), then the source's precision, then
/// the instant the API read began; a push has none and comes first. Equal stamps are decided by content, see
/// `Register`.
public struct Stamp: Hashable, Comparable, Codable, Sendable {
    /// How exactly the source tells time.
    public enum Precision: Int8, Codable, Hashable, Comparable, Sendable {
        case second, millisecond
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// GitLab's `updated_at` in milliseconds since 1970; 0 for facts that have none.
    public var updatedAt: Int64
    public var precision: Precision
    /// When the API read began, in milliseconds since 1970; `nil` for a webhook.
    public var readBegan: Int64?

    public init(updatedAt: Int64, precision: Precision, readBegan: Int64?) {
        self.updatedAt = updatedAt
        self.precision = precision
        self.readBegan = readBegan
    }

    /// A fact without `updated_at`, known only by when it was read.
    public init(readBegan: Int64) {
        self.init(updatedAt: 0, precision: .millisecond, readBegan: readBegan)
    }

    /// The stamp that carries no information, for comparing contents.
    public static let none = Stamp(updatedAt: 0, precision: .second, readBegan: nil)

    public static func < (lhs: Self, rhs: Self) -> Bool {
        if lhs.updatedAt != rhs.updatedAt { return lhs.updatedAt < rhs.updatedAt }
        if lhs.precision != rhs.precision { return lhs.precision < rhs.precision }
        return (lhs.readBegan ?? .min) < (rhs.readBegan ?? .min)
    }
}
