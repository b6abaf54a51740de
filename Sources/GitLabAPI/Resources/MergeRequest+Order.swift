public import GitLabVocabulary

extension MergeRequest {
    /// What a list of merge requests is sorted by.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
        /// From GitLab 17.2 on.
        public static let mergedAt = Self(rawValue: "merged_at")
        public static let title = Self(rawValue: "title")
        /// By the labels that stand highest in the project's list.
        public static let labelPriority = Self(rawValue: "label_priority")
        /// By the day their milestones are due.
        public static let milestoneDue = Self(rawValue: "milestone_due")
        /// By thumbs up.
        public static let popularity = Self(rawValue: "popularity")
        /// By the milestone's day, then by labels.
        public static let priority = Self(rawValue: "priority")
    }
}
