public import Foundation
public import GitLabVocabulary

/// Which issues a list shall hold; what is not set does not restrict.
///
/// <https://docs.gitlab.com/api/issues/#list-all-issues>
public struct IssueFilter: Hashable, Sendable {
    public var state: IssueState?
    /// Only those of this kind, as `.incident`.
    public var issueType: IssueType?
    public var updatedAfter: Date?
    public var updatedBefore: Date?
    public var createdAfter: Date?
    public var createdBefore: Date?
    /// Only these; within one project.
    public var iids: [IssueIID]
    /// Only those that carry all of these; `["None"]` for those without any, `["Any"]` for those with one.
    public var labels: [String]
    /// Title of the milestone; `None` for those without one, `Any` for those in one.
    public var milestone: String?
    public var authorID: UserID?
    public var authorUsername: String?
    public var assignee: UserMatch?
    /// Only those assigned to all of these; Free takes one.
    public var assigneeUsernames: [String]
    public var isConfidential: Bool?
    public var due: Due?
    /// Only those whose title or description contains this.
    public var search: String?
    /// Where `search` looks: `title`, `description` or `title,description`.
    public var searchIn: String?
    /// Premium and Ultimate only.
    public var weight: Int?
    /// Premium and Ultimate only; the epic's `id`.
    public var epicID: Int?
    /// Premium and Ultimate only.
    public var iterationID: IterationID?
    /// Ultimate only.
    public var healthStatus: HealthStatus?
    /// Only those to which the user reacted so, as `thumbsup`.
    public var reaction: String?
    /// None of those that match any of these.
    public var excluding: Exclusion

    public init(
        state: IssueState? = nil, issueType: IssueType? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil, createdAfter: Date? = nil, createdBefore: Date? = nil,
        iids: [IssueIID] = [], labels: [String] = [], milestone: String? = nil, authorID: UserID? = nil,
        authorUsername: String? = nil, assignee: UserMatch? = nil, assigneeUsernames: [String] = [],
        isConfidential: Bool? = nil, due: Due? = nil, search: String? = nil, searchIn: String? = nil,
        weight: Int? = nil, epicID: Int? = nil, iterationID: IterationID? = nil,
        healthStatus: HealthStatus? = nil, reaction: String? = nil, excluding: Exclusion = Exclusion()
    ) {
        self.state = state
        self.issueType = issueType
        self.updatedAfter = updatedAfter
        self.updatedBefore = updatedBefore
        self.createdAfter = createdAfter
        self.createdBefore = createdBefore
        self.iids = iids
        self.labels = labels
        self.milestone = milestone
        self.authorID = authorID
        self.authorUsername = authorUsername
        self.assignee = assignee
        self.assigneeUsernames = assigneeUsernames
        self.isConfidential = isConfidential
        self.due = due
        self.search = search
        self.searchIn = searchIn
        self.weight = weight
        self.epicID = epicID
        self.iterationID = iterationID
        self.healthStatus = healthStatus
        self.reaction = reaction
        self.excluding = excluding
    }

    var query: QueryItems {
        var query: QueryItems = ["state": state, "issue_type": issueType]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        query.append("iids", each: iids)
        query.append("labels", joined: labels)
        query.append("milestone", milestone)
        query.append("author_id", authorID)
        query.append("author_username", authorUsername)
        query.append("assignee_id", assignee)
        query.append("assignee_username", each: assigneeUsernames)
        query.append("confidential", isConfidential)
        query.append("due_date", due)
        query.append("search", search)
        query.append("in", searchIn)
        query.append("weight", weight)
        query.append("epic_id", epicID)
        query.append("iteration_id", iterationID)
        query.append("health_status", healthStatus)
        query.append("my_reaction_emoji", reaction)
        query.append(excluding.query)
        return query
    }
}
