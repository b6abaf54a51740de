/// Something to know about a record that does count in a value.
public struct EvidenceMark: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// Reviewed or approved while still a draft: counted as 0 seconds.
    public static let whileDraft = Self(rawValue: "while_draft")
    /// Ran backwards, and was counted as 0 seconds because the definition says so.
    public static let clampedToZero = Self(rawValue: "clamped_to_zero")
    /// GitLab itself lists the merge request under the deployment.
    public static let linkedByListing = Self(rawValue: "linked_by_listing")
    public static let linkedByMergeCommit = Self(rawValue: "linked_by_merge_commit")
    public static let linkedBySquashCommit = Self(rawValue: "linked_by_squash_commit")
    public static let linkedByHeadCommit = Self(rawValue: "linked_by_head_commit")
    /// A commit picked from the one it landed as is there.
    public static let linkedByCherryPick = Self(rawValue: "linked_by_cherry_pick")
    /// An incident names the deployment or a merge request it carried.
    public static let failureNamed = Self(rawValue: "failure_named")
    /// The next deployment brought an older commit back.
    public static let failureRolledBack = Self(rawValue: "failure_rolled_back")
    /// The next deployment carried a revert of what this one carried.
    public static let failureReverted = Self(rawValue: "failure_reverted")
    /// It was the last production deployment before an incident.
    public static let failureByRecency = Self(rawValue: "failure_by_recency")
}

extension EvidenceMark: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
