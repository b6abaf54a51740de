public import GitLabVocabulary

extension IssueFilter {
    /// What issues must not be: GitLab's `not[…]`.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-issues>
    public struct Exclusion: Hashable, Sendable {
        /// None that carries any of these.
        public var labels: [String]
        /// Title of the milestone.
        public var milestone: String?
        /// None of these; within one project.
        public var iids: [IssueIID]
        public var authorID: UserID?
        public var authorUsername: String?
        public var assigneeID: UserID?
        public var assigneeUsernames: [String]

        public init(
            labels: [String] = [], milestone: String? = nil, iids: [IssueIID] = [], authorID: UserID? = nil,
            authorUsername: String? = nil, assigneeID: UserID? = nil, assigneeUsernames: [String] = []
        ) {
            self.labels = labels
            self.milestone = milestone
            self.iids = iids
            self.authorID = authorID
            self.authorUsername = authorUsername
            self.assigneeID = assigneeID
            self.assigneeUsernames = assigneeUsernames
        }

        var query: QueryItems {
            var query = QueryItems()
            query.append("not[labels]", joined: labels)
            query.append("not[milestone]", milestone)
            query.append("not[iids]", each: iids)
            query.append("not[author_id]", authorID)
            query.append("not[author_username]", authorUsername)
            query.append("not[assignee_id]", assigneeID)
            query.append("not[assignee_username]", each: assigneeUsernames)
            return query
        }
    }

    /// When issues are due, seen from the server's today.
    ///
    /// <https://docs.gitlab.com/api/issues/#list-all-issues>
    public struct Due: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// On any day at all.
        public static let any = Self(rawValue: "any")
        /// On no day.
        public static let never = Self(rawValue: "0")
        public static let today = Self(rawValue: "today")
        public static let tomorrow = Self(rawValue: "tomorrow")
        public static let overdue = Self(rawValue: "overdue")
        public static let week = Self(rawValue: "week")
        public static let month = Self(rawValue: "month")
        public static let nextMonthAndPreviousTwoWeeks = Self(
            rawValue: "next_month_and_previous_two_weeks")
    }
}
