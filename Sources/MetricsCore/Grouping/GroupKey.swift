/// Names one group of a grouping: a project, a team, a label.
public struct GroupKey: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Stable: what tells it from other groups of the same grouping.
    public let id: String
    /// What people call it.
    public let title: String
    /// What comes first where titles do not tell: sizes go from XS to XL.
    public let rank: Int

    public init(id: String, title: String? = nil, rank: Int = 0) {
        self.id = id
        self.title = title ?? id
        self.rank = rank
    }

    /// What belongs to no group: no team, no label, an unknown author.
    public static let none = GroupKey(id: "", title: "none")

    public var description: String { title }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.id == rhs.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// By rank, then by title; `none` last.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        if lhs.id.isEmpty != rhs.id.isEmpty { return rhs.id.isEmpty }
        return (lhs.rank, lhs.title, lhs.id) < (rhs.rank, rhs.title, rhs.id)
    }
}
