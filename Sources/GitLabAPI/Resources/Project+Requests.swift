public import Foundation
public import GitLabVocabulary

extension Request where Response == Project {
    /// One project with its settings.
    ///
    /// <https://docs.gitlab.com/api/projects/#retrieve-a-project>
    public static func project(_ project: ProjectReference) -> Self { Self(path: project.apiPath) }
}

extension Request where Response == Page<Project> {
    /// The projects the token can see, by ascending id, through keyset paging: nothing is lost while projects come
    /// and go.
    ///
    /// - Parameters:
    ///   - membership: only those the user is a member of.
    ///   - minAccessLevel: only those in which the user has at least this role.
    ///   - archived: only archived ones, or only others; both by default.
    ///   - simple: few fields, for long lists.
    ///   - search: only those whose name or path contains this.
    ///   - idAfter: only those with a greater id.
    ///
    /// <https://docs.gitlab.com/api/projects/#list-all-projects>
    public static func projects(
        membership: Bool? = nil, minAccessLevel: AccessLevel? = nil, archived: Bool? = nil,
        simple: Bool? = nil,
        search: String? = nil, lastActivityAfter: Date? = nil, idAfter: ProjectID? = nil, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [
            "membership": membership, "min_access_level": minAccessLevel, "archived": archived,
            "simple": simple,
            "search": search,
        ]
        query.append("last_activity_after", instant: lastActivityAfter)
        query.append("id_after", idAfter)
        query.append("pagination", "keyset")
        query.append("order_by", "id")
        query.append("sort", SortDirection.ascending)
        query.append("per_page", perPage)
        return Self(path: "projects", query: query)
    }

    /// The projects of a group, by ascending id.
    ///
    /// - Parameters:
    ///   - includeSubgroups: also those of all groups below; GitLab's own default is not to.
    ///   - withShared: also those of others shared with the group; GitLab's own default is to.
    ///   - archived: only archived ones, or only others; both by default.
    ///   - minAccessLevel: only those in which the user has at least this role.
    ///   - simple: few fields, for long lists.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-projects>
    public static func projects(
        in group: GroupReference, includeSubgroups: Bool? = nil, withShared: Bool? = nil,
        archived: Bool? = nil,
        minAccessLevel: AccessLevel? = nil, simple: Bool? = nil, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(group.apiPath)/projects",
            query: [
                "include_subgroups": includeSubgroups, "with_shared": withShared, "archived": archived,
                "min_access_level": minAccessLevel, "simple": simple, "order_by": "id",
                "sort": SortDirection.ascending, "per_page": perPage,
            ])
    }
}
