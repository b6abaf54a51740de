public import GitLabVocabulary

extension MergeRequestFilter {
    /// What merge requests must not be: GitLab's `not[…]`.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
    public struct Exclusion: Hashable, Sendable {
        /// None that carries any of these.
        public var labels: [String]
        /// Title of the milestone.
        public var milestone: String?
        public var authorID: UserID?
        public var authorUsername: String?
        public var assigneeID: UserID?
        public var assigneeUsernames: [String]
        public var reviewerID: UserID?
        public var reviewerUsername: String?
        /// None to which the user reacted so, as `thumbsup`.
        public var reaction: String?

        public init(
            labels: [String] = [], milestone: String? = nil, authorID: UserID? = nil,
            authorUsername: String? = nil, assigneeID: UserID? = nil, assigneeUsernames: [String] = [],
            reviewerID: UserID? = nil, reviewerUsername: String? = nil, reaction: String? = nil
        ) {
            self.labels = labels
            self.milestone = milestone
            self.authorID = authorID
            self.authorUsername = authorUsername
            self.assigneeID = assigneeID
            self.assigneeUsernames = assigneeUsernames
            self.reviewerID = reviewerID
            self.reviewerUsername = reviewerUsername
            self.reaction = reaction
        }

        var query: QueryItems {
            var query = QueryItems()
            query.append("not[labels]", joined: labels)
            query.append("not[milestone]", milestone)
            query.append("not[author_id]", authorID)
            query.append("not[author_username]", authorUsername)
            query.append("not[assignee_id]", assigneeID)
            query.append("not[assignee_username]", each: assigneeUsernames)
            query.append("not[reviewer_id]", reviewerID)
            query.append("not[reviewer_username]", reviewerUsername)
            query.append("not[my_reaction_emoji]", reaction)
            return query
        }
    }
}
