extension Request where Response == Label {
    /// One label of a project or of a group above it, by name.
    ///
    /// <https://docs.gitlab.com/api/labels/#retrieve-a-project-label>
    public static func label(_ name: String, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/labels/\(name.percentEncoded())")
    }

    /// One label of a group, by name.
    ///
    /// <https://docs.gitlab.com/api/group_labels/#retrieve-a-group-label>
    public static func label(_ name: String, inGroup group: GroupReference) -> Self {
        Self(path: "\(group.apiPath)/labels/\(name.percentEncoded())")
    }
}

extension Request where Response == Page<Label> {
    /// The labels a project can use, by name.
    ///
    /// - Parameters:
    ///   - withCounts: how many issues and merge requests carry each, too; GitLab counts on every request.
    ///   - includeAncestors: also those of the groups above; GitLab's own default is to.
    ///   - search: only those whose name or description contains this.
    ///   - isArchived: only archived ones, or only others; newer versions only.
    ///
    /// <https://docs.gitlab.com/api/labels/#list-all-project-labels>
    public static func labels(
        in project: ProjectReference, withCounts: Bool? = nil, includeAncestors: Bool? = nil,
        search: String? = nil, isArchived: Bool? = nil, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/labels",
            query: [
                "with_counts": withCounts, "include_ancestor_groups": includeAncestors, "search": search,
                "archived": isArchived, "per_page": perPage,
            ])
    }

    /// The labels a group can use, by name.
    ///
    /// - Parameters:
    ///   - includeAncestors: also those of the groups above; GitLab's own default is to.
    ///   - includeDescendants: also those of the groups below; GitLab's own default is not to.
    ///   - onlyGroupLabels: no projects' labels; GitLab's own default is so.
    ///
    /// <https://docs.gitlab.com/api/group_labels/#list-all-group-labels>
    public static func labels(
        inGroup group: GroupReference, withCounts: Bool? = nil, includeAncestors: Bool? = nil,
        includeDescendants: Bool? = nil, onlyGroupLabels: Bool? = nil, search: String? = nil,
        isArchived: Bool? = nil, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(group.apiPath)/labels",
            query: [
                "with_counts": withCounts, "include_ancestor_groups": includeAncestors,
                "include_descendant_groups": includeDescendants, "only_group_labels": onlyGroupLabels,
                "search": search, "archived": isArchived, "per_page": perPage,
            ])
    }
}
