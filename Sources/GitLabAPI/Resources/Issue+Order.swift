public import GitLabVocabulary

extension Issue {
    /// What a list of issues is sorted by.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-issues>
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
        public static let dueDate = Self(rawValue: "due_date")
        public static let title = Self(rawValue: "title")
        public static let weight = Self(rawValue: "weight")
        public static let relativePosition = Self(rawValue: "relative_position")
        public static let labelPriority = Self(rawValue: "label_priority")
        public static let priority = Self(rawValue: "priority")
        public static let milestoneDue = Self(rawValue: "milestone_due")
        public static let popularity = Self(rawValue: "popularity")
        /// With keyset paging only.
        public static let id = Self(rawValue: "id")
    }
}
