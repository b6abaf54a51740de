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
    }
}
