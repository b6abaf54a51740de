public import Foundation
public import GitLabVocabulary

/// Which projects a list shall hold; what is not set does not restrict.
///
/// <https://docs.gitlab.com/api/projects/#list-all-projects>
public struct ProjectFilter: Hashable, Sendable {
    /// Only those whose name or path contains this.
    public var search: String?
    /// Whether the path of the group counts in a search; for the list of the whole instance.
    public var searchesNamespaces: Bool?
    /// Only those the user is a member of; for the list of the whole instance.
    public var membership: Bool?
    /// Only those the user owns.
    public var isOwned: Bool?
    /// Only those the user has starred.
    public var isStarred: Bool?
    /// Only those in which the user has at least this role.
    public var minAccessLevel: AccessLevel?
    public var visibility: Visibility?
    /// Only archived ones, or only others.
    public var isArchived: Bool?
    /// Neither archived nor about to be deleted, or only those that are. From GitLab 18.2 on.
    public var isActive: Bool?
    public var withIssuesEnabled: Bool?
    public var withMergeRequestsEnabled: Bool?
    /// Only those with all of these topics; for the list of the whole instance.
    public var topics: [String]
    /// Refreshed at most hourly, so leave an hour's slack; as `lastActivityBefore`, for the list of the whole instance.
    public var lastActivityAfter: Date?
    public var lastActivityBefore: Date?
    /// GitLab wants the list sorted by `.updatedAt` for it; as `updatedBefore`, for the list of the whole instance.
    public var updatedAfter: Date?
    public var updatedBefore: Date?
    /// Only those with a greater id; for the list of the whole instance.
    public var idAfter: ProjectID?
    /// Only those with a smaller id; for the list of the whole instance.
    public var idBefore: ProjectID?

    public init(
        search: String? = nil, searchesNamespaces: Bool? = nil, membership: Bool? = nil,
        isOwned: Bool? = nil, isStarred: Bool? = nil, minAccessLevel: AccessLevel? = nil,
        visibility: Visibility? = nil, isArchived: Bool? = nil, isActive: Bool? = nil,
        withIssuesEnabled: Bool? = nil, withMergeRequestsEnabled: Bool? = nil, topics: [String] = [],
        lastActivityAfter: Date? = nil, lastActivityBefore: Date? = nil, updatedAfter: Date? = nil,
        updatedBefore: Date? = nil, idAfter: ProjectID? = nil, idBefore: ProjectID? = nil
    ) {
        self.search = search
        self.searchesNamespaces = searchesNamespaces
        self.membership = membership
        self.isOwned = isOwned
        self.isStarred = isStarred
        self.minAccessLevel = minAccessLevel
        self.visibility = visibility
        self.isArchived = isArchived
        self.isActive = isActive
        self.withIssuesEnabled = withIssuesEnabled
        self.withMergeRequestsEnabled = withMergeRequestsEnabled
        self.topics = topics
        self.lastActivityAfter = lastActivityAfter
        self.lastActivityBefore = lastActivityBefore
        self.updatedAfter = updatedAfter
        self.updatedBefore = updatedBefore
        self.idAfter = idAfter
        self.idBefore = idBefore
    }

    var query: QueryItems {
        var query: QueryItems = [
            "membership": membership, "min_access_level": minAccessLevel, "archived": isArchived,
            "search": search, "search_namespaces": searchesNamespaces, "owned": isOwned,
            "starred": isStarred, "visibility": visibility, "active": isActive,
            "with_issues_enabled": withIssuesEnabled,
            "with_merge_requests_enabled": withMergeRequestsEnabled,
        ]
        query.append("topic", joined: topics)
        query.append("last_activity_after", instant: lastActivityAfter)
        query.append("last_activity_before", instant: lastActivityBefore)
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("id_after", idAfter)
        query.append("id_before", idBefore)
        return query
    }
}
