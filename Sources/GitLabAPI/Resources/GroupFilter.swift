public import GitLabVocabulary

/// Which groups a list shall hold; what is not set does not restrict.
///
/// <https://docs.gitlab.com/api/groups/#list-all-groups>
public struct GroupFilter: Hashable, Sendable {
    /// Only groups whose name or path contains this.
    public var search: String?
    /// Only groups in which the user has at least this role; without it public groups come too.
    public var minAccessLevel: AccessLevel?
    /// Only groups the user owns.
    public var isOwned: Bool?
    /// Only groups without a parent; for the list of the whole instance.
    public var isTopLevel: Bool?
    /// Whether groups come that the user can see without being a member. GitLab's own default is that they do.
    public var allAvailable: Bool?
    public var visibility: Visibility?
    /// Neither archived nor about to be deleted, or only those that are. From GitLab 18.2 on.
    public var isActive: Bool?
    /// Only archived ones, or only others. From GitLab 18.2 on.
    public var isArchived: Bool?
    /// Never these.
    public var skipping: [GroupID]

    public init(
        search: String? = nil, minAccessLevel: AccessLevel? = nil, isOwned: Bool? = nil,
        isTopLevel: Bool? = nil, allAvailable: Bool? = nil, visibility: Visibility? = nil,
        isActive: Bool? = nil, isArchived: Bool? = nil, skipping: [GroupID] = []
    ) {
        self.search = search
        self.minAccessLevel = minAccessLevel
        self.isOwned = isOwned
        self.isTopLevel = isTopLevel
        self.allAvailable = allAvailable
        self.visibility = visibility
        self.isActive = isActive
        self.isArchived = isArchived
        self.skipping = skipping
    }

    var query: QueryItems {
        var query: QueryItems = [
            "min_access_level": minAccessLevel, "top_level_only": isTopLevel, "search": search,
            "owned": isOwned, "all_available": allAvailable, "visibility": visibility, "active": isActive,
            "archived": isArchived,
        ]
        query.append("skip_groups", each: skipping)
        return query
    }
}
