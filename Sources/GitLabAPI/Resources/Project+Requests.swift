public import Foundation
public import GitLabVocabulary

extension Project {
    /// What a list of projects is sorted by.
    ///
    /// <https://docs.gitlab.com/api/projects/#list-all-projects>
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let id = Self(rawValue: "id")
        public static let name = Self(rawValue: "name")
        public static let path = Self(rawValue: "path")
        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
        public static let lastActivityAt = Self(rawValue: "last_activity_at")
        public static let starCount = Self(rawValue: "star_count")
        /// How well it fits the text searched for.
        public static let similarity = Self(rawValue: "similarity")
    }
}

extension Request where Response == Project {
    /// One project with its settings.
    ///
    /// - Parameter withStatistics: storage sizes too, for members.
    ///
    /// <https://docs.gitlab.com/api/projects/#retrieve-a-project>
    public static func project(_ project: ProjectReference, withStatistics: Bool? = nil) -> Self {
        Self(path: project.apiPath, query: ["statistics": withStatistics])
    }
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
        let filter = ProjectFilter(
            search: search, membership: membership, minAccessLevel: minAccessLevel, isArchived: archived,
            lastActivityAfter: lastActivityAfter, idAfter: idAfter)
        return projects(matching: filter, simple: simple, perPage: perPage)
    }

    /// The projects the token can see that the filter lets through.
    ///
    /// - Parameters:
    ///   - simple: few fields, for long lists.
    ///   - withStatistics: storage sizes too, for members.
    ///   - orderBy: by id the list is read through keyset paging, so that nothing is lost while projects come and go;
    ///     by anything else through page numbers, up to 50,000 projects.
    ///
    /// <https://docs.gitlab.com/api/projects/#list-all-projects>
    public static func projects(
        matching filter: ProjectFilter, simple: Bool? = nil, withStatistics: Bool? = nil,
        orderBy: Project.Order = .id, sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        var query = filter.query
        query.append("simple", simple)
        query.append("statistics", withStatistics)
        query.append("pagination", (orderBy == .id ? Paging.keyset : .offset).parameter)
        query.append("order_by", orderBy)
        query.append("sort", sort)
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
        projects(
            in: group, matching: ProjectFilter(minAccessLevel: minAccessLevel, isArchived: archived),
            includeSubgroups: includeSubgroups, withShared: withShared, simple: simple, perPage: perPage)
    }

    /// The projects of a group that the filter lets through.
    ///
    /// - Parameters:
    ///   - filter: some of its fields are for the list of the whole instance only, as each says.
    ///   - includeSubgroups: also those of all groups below; GitLab's own default is not to.
    ///   - withShared: also those of others shared with the group; GitLab's own default is to.
    ///
    /// <https://docs.gitlab.com/api/groups/#list-projects>
    public static func projects(
        in group: GroupReference, matching filter: ProjectFilter, includeSubgroups: Bool? = nil,
        withShared: Bool? = nil, simple: Bool? = nil, orderBy: Project.Order = .id,
        sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = ["include_subgroups": includeSubgroups, "with_shared": withShared]
        query.append(filter.query)
        query.append("simple", simple)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(group.apiPath)/projects", query: query)
    }
}
