public import GitLabVocabulary

extension Group {
    /// What a list of groups is sorted by.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-all-groups>
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let id = Self(rawValue: "id")
        public static let name = Self(rawValue: "name")
        public static let path = Self(rawValue: "path")
        /// How well it fits the text searched for.
        public static let similarity = Self(rawValue: "similarity")
    }
}

extension Request where Response == Group {
    /// One group, without its projects.
    ///
    /// <https://docs.gitlab.com/api/groups/#retrieve-a-group>
    public static func group(_ group: GroupReference) -> Self {
        Self(path: group.apiPath, query: ["with_projects": false])
    }
}

extension Request where Response == Page<Group> {
    /// The groups the token can see, by id.
    ///
    /// - Parameters:
    ///   - minAccessLevel: only groups in which the user has at least this role; without it public groups come too.
    ///   - search: only groups whose name or path contains this.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-all-groups>
    public static func groups(
        minAccessLevel: AccessLevel? = nil, topLevelOnly: Bool? = nil, search: String? = nil,
        perPage: Int = 100
    ) -> Self {
        groups(
            matching: GroupFilter(search: search, minAccessLevel: minAccessLevel, isTopLevel: topLevelOnly),
            perPage: perPage)
    }

    /// The groups the token can see that the filter lets through.
    ///
    /// - Parameter withStatistics: storage sizes too, for owners.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-all-groups>
    public static func groups(
        matching filter: GroupFilter, withStatistics: Bool? = nil, orderBy: Group.Order = .id,
        sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        groups("groups", filter, withStatistics, orderBy, sort, perPage)
    }

    /// The groups directly below a group.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-all-subgroups>
    public static func subgroups(
        of group: GroupReference, matching filter: GroupFilter = GroupFilter(),
        orderBy: Group.Order = .id, sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        groups("\(group.apiPath)/subgroups", filter, nil, orderBy, sort, perPage)
    }

    /// The groups below a group, at every depth.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-all-descendant-groups>
    public static func descendantGroups(
        of group: GroupReference, matching filter: GroupFilter = GroupFilter(),
        orderBy: Group.Order = .id, sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        groups("\(group.apiPath)/descendant_groups", filter, nil, orderBy, sort, perPage)
    }

    private static func groups(
        _ path: String, _ filter: GroupFilter, _ withStatistics: Bool?, _ orderBy: Group.Order,
        _ sort: SortDirection, _ perPage: Int
    ) -> Self {
        var query = filter.query
        query.append("statistics", withStatistics)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: path, query: query)
    }
}
