public import Foundation
public import GitLabVocabulary

/// Which merge requests a list shall hold; what is not set does not restrict.
///
/// GitLab cannot filter by the time of merging here: read by `updatedAfter` and look at `mergedAt`. Of an id and a
/// username of the same person it takes one. Labels in detail and rendered HTML are not asked for: neither is read.
///
/// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
public struct MergeRequestFilter: Hashable, Sendable {
    /// Whose; those of everybody unless given.
    public var scope: ListScope?
    public var state: MergeRequestState?
    public var updatedAfter: Date?
    public var updatedBefore: Date?
    public var createdAfter: Date?
    public var createdBefore: Date?
    /// Deployed after this; with `environment`.
    public var deployedAfter: Date?
    /// Deployed before this; with `environment`.
    public var deployedBefore: Date?
    /// Name of the environment deployed to.
    public var environment: String?
    /// Only these; within one project.
    public var iids: [MergeRequestIID]
    public var authorID: UserID?
    public var authorUsername: String?
    public var assignee: UserMatch?
    /// Only those assigned to all of these; Free takes one.
    public var assigneeUsernames: [String]
    public var reviewer: UserMatch?
    /// A username, `None` or `Any`.
    public var reviewerUsername: String?
    /// Whose approvals stand; Premium and Ultimate only.
    public var approvedBy: UsersMatch?
    /// Only those approved by all of these; Premium and Ultimate only.
    public var approvedByUsernames: [String]
    /// Whose approval a rule asks for by name; Premium and Ultimate only.
    public var approvers: UsersMatch?
    /// From GitLab 17.0 on.
    public var mergeUserID: UserID?
    /// From GitLab 17.0 on.
    public var mergeUserUsername: String?
    /// Only those that carry all of these; `["None"]` for those without any, `["Any"]` for those with one.
    public var labels: [String]
    /// Title of the milestone; `None` for those without one, `Any` for those in one.
    public var milestone: String?
    public var sourceBranch: String?
    public var targetBranch: String?
    /// Only those from this project, a fork perhaps.
    public var sourceProjectID: ProjectID?
    public var isDraft: Bool?
    /// Only those whose title or description contains this.
    public var search: String?
    /// Where `search` looks: `title`, `description` or `title,description`.
    public var searchIn: String?
    /// Only those to which the user reacted so, as `thumbsup`; `None` and `Any` count too.
    public var reaction: String?
    /// `false` to include archived projects; of a group only, which leaves them out.
    public var isNotArchived: Bool?
    /// Asks GitLab to look anew whether they can be merged, later; needs the role Developer.
    public var rechecksMergeStatus: Bool
    /// None of those that match any of these.
    public var excluding: Exclusion

    public init(
        scope: ListScope? = nil, state: MergeRequestState? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil,
        createdAfter: Date? = nil, createdBefore: Date? = nil, deployedAfter: Date? = nil,
        deployedBefore: Date? = nil, environment: String? = nil, iids: [MergeRequestIID] = [],
        authorID: UserID? = nil, authorUsername: String? = nil, assignee: UserMatch? = nil,
        assigneeUsernames: [String] = [], reviewer: UserMatch? = nil, reviewerUsername: String? = nil,
        approvedBy: UsersMatch? = nil, approvedByUsernames: [String] = [], approvers: UsersMatch? = nil,
        mergeUserID: UserID? = nil, mergeUserUsername: String? = nil, labels: [String] = [],
        milestone: String? = nil, sourceBranch: String? = nil, targetBranch: String? = nil,
        sourceProjectID: ProjectID? = nil, isDraft: Bool? = nil, search: String? = nil,
        searchIn: String? = nil, reaction: String? = nil, isNotArchived: Bool? = nil,
        rechecksMergeStatus: Bool = false, excluding: Exclusion = Exclusion()
    ) {
        self.scope = scope
        self.state = state
        self.updatedAfter = updatedAfter
        self.updatedBefore = updatedBefore
        self.createdAfter = createdAfter
        self.createdBefore = createdBefore
        self.deployedAfter = deployedAfter
        self.deployedBefore = deployedBefore
        self.environment = environment
        self.iids = iids
        self.authorID = authorID
        self.authorUsername = authorUsername
        self.assignee = assignee
        self.assigneeUsernames = assigneeUsernames
        self.reviewer = reviewer
        self.reviewerUsername = reviewerUsername
        self.approvedBy = approvedBy
        self.approvedByUsernames = approvedByUsernames
        self.approvers = approvers
        self.mergeUserID = mergeUserID
        self.mergeUserUsername = mergeUserUsername
        self.labels = labels
        self.milestone = milestone
        self.sourceBranch = sourceBranch
        self.targetBranch = targetBranch
        self.sourceProjectID = sourceProjectID
        self.isDraft = isDraft
        self.search = search
        self.searchIn = searchIn
        self.reaction = reaction
        self.isNotArchived = isNotArchived
        self.rechecksMergeStatus = rechecksMergeStatus
        self.excluding = excluding
    }

    var query: QueryItems {
        var query: QueryItems = ["scope": scope, "state": state]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        query.append("deployed_after", instant: deployedAfter)
        query.append("deployed_before", instant: deployedBefore)
        query.append("environment", environment)
        query.append("iids", each: iids)
        appendPeople(to: &query)
        query.append("labels", joined: labels)
        query.append("milestone", milestone)
        query.append("source_branch", sourceBranch)
        query.append("target_branch", targetBranch)
        query.append("source_project_id", sourceProjectID)
        query.append("wip", isDraft.map { $0 ? "yes" : "no" })
        query.append("search", search)
        query.append("in", searchIn)
        query.append("my_reaction_emoji", reaction)
        query.append("non_archived", isNotArchived)
        query.append("with_merge_status_recheck", rechecksMergeStatus ? true : nil)
        query.append(excluding.query)
        return query
    }

    private func appendPeople(to query: inout QueryItems) {
        query.append("author_id", authorID)
        query.append("author_username", authorUsername)
        query.append("assignee_id", assignee)
        query.append("assignee_username", each: assigneeUsernames)
        query.append("reviewer_id", reviewer)
        query.append("reviewer_username", reviewerUsername)
        query.append("approved_by_ids", users: approvedBy)
        query.append("approved_by_usernames", each: approvedByUsernames)
        query.append("approver_ids", users: approvers)
        query.append("merge_user_id", mergeUserID)
        query.append("merge_user_username", mergeUserUsername)
    }
}
