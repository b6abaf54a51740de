public import GitLabVocabulary

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
    /// <https://docs.gitlab.com/api/groups/#list-groups>
    public static func groups(
        minAccessLevel: AccessLevel? = nil, topLevelOnly: Bool? = nil, search: String? = nil,
        perPage: Int = 100
    ) -> Self {
        Self(
            path: "groups",
            query: [
                "min_access_level": minAccessLevel, "top_level_only": topLevelOnly, "search": search,
                "order_by": "id", "sort": SortDirection.ascending, "per_page": perPage,
            ])
    }
}
