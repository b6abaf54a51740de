/// Whose merge requests or issues a list over the whole instance holds. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/issues/#list-all-issues>
public struct ListScope: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let createdByMe = Self(rawValue: "created_by_me")
    public static let assignedToMe = Self(rawValue: "assigned_to_me")
    /// Of merge requests only.
    public static let reviewsForMe = Self(rawValue: "reviews_for_me")
    public static let all = Self(rawValue: "all")
}
