public import GitLabVocabulary

extension Request where Response == Milestone {
    /// One milestone of a project; by its `id`, not its `iid`.
    ///
    /// <https://docs.gitlab.com/api/milestones/#retrieve-a-project-milestone>
    public static func milestone(_ id: MilestoneID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/milestones/\(id)")
    }

    /// One milestone of a group; by its `id`, not its `iid`.
    ///
    /// <https://docs.gitlab.com/api/group_milestones/#retrieve-a-group-milestone>
    public static func milestone(_ id: MilestoneID, inGroup group: GroupReference) -> Self {
        Self(path: "\(group.apiPath)/milestones/\(id)")
    }
}

extension Request where Response == Page<Milestone> {
    /// The milestones of a project that the filter lets through, the soonest due first.
    ///
    /// - Parameter includeAncestors: also those of the groups above; GitLab's own default is not to.
    ///
    /// <https://docs.gitlab.com/api/milestones/#list-all-project-milestones>
    public static func milestones(
        in project: ProjectReference, matching filter: MilestoneFilter = MilestoneFilter(),
        includeAncestors: Bool? = nil, perPage: Int = 100
    ) -> Self {
        var query = filter.query
        query.append("include_ancestors", includeAncestors)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/milestones", query: query)
    }

    /// The milestones of a group that the filter lets through, the soonest due first.
    ///
    /// - Parameters:
    ///   - includeAncestors: also those of the groups above; GitLab's own default is not to.
    ///   - includeDescendants: also those of the groups and projects below; GitLab's own default is not to.
    ///
    /// <https://docs.gitlab.com/api/group_milestones/#list-all-group-milestones>
    public static func milestones(
        inGroup group: GroupReference, matching filter: MilestoneFilter = MilestoneFilter(),
        includeAncestors: Bool? = nil, includeDescendants: Bool? = nil, perPage: Int = 100
    ) -> Self {
        var query = filter.query
        query.append("include_ancestors", includeAncestors)
        query.append("include_descendants", includeDescendants)
        query.append("per_page", perPage)
        return Self(path: "\(group.apiPath)/milestones", query: query)
    }
}

extension Request where Response == Page<Issue> {
    /// The issues in a milestone of a project.
    ///
    /// <https://docs.gitlab.com/api/milestones/#list-all-issues-assigned-to-a-milestone>
    public static func issues(
        inMilestone id: MilestoneID, of project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/milestones/\(id)/issues", query: ["per_page": perPage])
    }

    /// The issues in a milestone of a group, of all projects below it.
    ///
    /// <https://docs.gitlab.com/api/group_milestones/#list-all-issues-assigned-to-a-milestone>
    public static func issues(
        inMilestone id: MilestoneID, ofGroup group: GroupReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(group.apiPath)/milestones/\(id)/issues", query: ["per_page": perPage])
    }
}

extension Request where Response == Page<MergeRequest> {
    /// The merge requests in a milestone of a project.
    ///
    /// <https://docs.gitlab.com/api/milestones/#list-all-merge-requests-assigned-to-a-milestone>
    public static func mergeRequests(
        inMilestone id: MilestoneID, of project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/milestones/\(id)/merge_requests", query: ["per_page": perPage])
    }

    /// The merge requests in a milestone of a group, of all projects below it.
    ///
    /// <https://docs.gitlab.com/api/group_milestones/#list-all-merge-requests-assigned-to-a-milestone>
    public static func mergeRequests(
        inMilestone id: MilestoneID, ofGroup group: GroupReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(group.apiPath)/milestones/\(id)/merge_requests", query: ["per_page": perPage])
    }
}
