/// What an instance is licensed for; each tier has what stands before it.
///
/// <https://docs.gitlab.com/subscriptions/choosing_subscription/>
public enum Tier: Int, Hashable, Comparable, Sendable, CaseIterable {
    case free
    case premium
    case ultimate

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
