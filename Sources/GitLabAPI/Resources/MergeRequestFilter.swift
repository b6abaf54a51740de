public import Foundation
public import GitLabVocabulary

/// Which merge requests a list shall hold; what is not set does not restrict.
///
/// GitLab cannot filter by the time of merging here: read by `updatedAfter` and look at `mergedAt`.
///
/// <https://docs.gitlab.com/api/merge_requests/#list-merge-requests>
public struct MergeRequestFilter: Hashable, Sendable {
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
    public var reviewerUsername: String?
    /// Only those that carry all of these.
    public var labels: [String]
    /// Title of the milestone.
    public var milestone: String?
    public var sourceBranch: String?
    public var targetBranch: String?
    public var isDraft: Bool?

    public init(
        state: MergeRequestState? = nil, updatedAfter: Date? = nil, updatedBefore: Date? = nil,
        createdAfter: Date? = nil, createdBefore: Date? = nil, deployedAfter: Date? = nil,
        deployedBefore: Date? = nil, environment: String? = nil, iids: [MergeRequestIID] = [],
        authorID: UserID? = nil, authorUsername: String? = nil, reviewerUsername: String? = nil,
        labels: [String] = [], milestone: String? = nil, sourceBranch: String? = nil,
        targetBranch: String? = nil, isDraft: Bool? = nil
    ) {
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
        self.reviewerUsername = reviewerUsername
        self.labels = labels
        self.milestone = milestone
        self.sourceBranch = sourceBranch
        self.targetBranch = targetBranch
        self.isDraft = isDraft
    }

    var query: QueryItems {
        var query: QueryItems = ["state": state]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        query.append("deployed_after", instant: deployedAfter)
        query.append("deployed_before", instant: deployedBefore)
        query.append("environment", environment)
        query.append("iids", each: iids)
        query.append("author_id", authorID)
        query.append("author_username", authorUsername)
        query.append("reviewer_username", reviewerUsername)
        query.append("labels", joined: labels)
        query.append("milestone", milestone)
        query.append("source_branch", sourceBranch)
        query.append("target_branch", targetBranch)
        query.append("wip", isDraft.map { $0 ? "yes" : "no" })
        return query
    }
}
