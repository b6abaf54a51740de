public import GitLabVocabulary

extension Request where Response == Page<Member> {
    /// The members of a project itself; those of the groups above are left out.
    ///
    /// - Parameters:
    ///   - query: only those whose name, username or e-mail address contains this.
    ///   - userIDs: only these.
    ///   - withSeats: whether each uses a seat of the subscription, too.
    ///
    /// <https://docs.gitlab.com/api/members/#list-all-members-of-a-group-or-project>
    public static func members(
        of project: ProjectReference, query: String? = nil, userIDs: [UserID] = [],
        withSeats: Bool? = nil, perPage: Int = 100
    ) -> Self {
        members("\(project.apiPath)/members", query, userIDs, withSeats, perPage)
    }

    /// The members of a group itself; those of the groups above are left out.
    ///
    /// <https://docs.gitlab.com/api/members/#list-all-members-of-a-group-or-project>
    public static func members(
        ofGroup group: GroupReference, query: String? = nil, userIDs: [UserID] = [],
        withSeats: Bool? = nil, perPage: Int = 100
    ) -> Self {
        members("\(group.apiPath)/members", query, userIDs, withSeats, perPage)
    }

    /// Everybody who works in a project by role: its own members, those of the groups above and of groups invited,
    /// each with the highest role.
    ///
    /// - Parameter state: only memberships in this state; Premium and Ultimate only.
    ///
    /// <https://docs.gitlab.com/api/members/#list-all-members-of-a-group-or-project-including-inherited-and-invited-members>
    public static func allMembers(
        of project: ProjectReference, query: String? = nil, userIDs: [UserID] = [],
        withSeats: Bool? = nil, state: MembershipState? = nil, perPage: Int = 100
    ) -> Self {
        members("\(project.apiPath)/members/all", query, userIDs, withSeats, perPage, state: state)
    }

    /// Everybody who has a role in a group: its own members, those of the groups above and of groups invited, each
    /// with the highest role.
    ///
    /// <https://docs.gitlab.com/api/members/#list-all-members-of-a-group-or-project-including-inherited-and-invited-members>
    public static func allMembers(
        ofGroup group: GroupReference, query: String? = nil, userIDs: [UserID] = [],
        withSeats: Bool? = nil, state: MembershipState? = nil, perPage: Int = 100
    ) -> Self {
        members("\(group.apiPath)/members/all", query, userIDs, withSeats, perPage, state: state)
    }

    private static func members(
        _ path: String, _ search: String?, _ userIDs: [UserID], _ withSeats: Bool?, _ perPage: Int,
        state: MembershipState? = nil
    ) -> Self {
        var query: QueryItems = ["query": search]
        query.append("user_ids", each: userIDs)
        query.append("show_seat_info", withSeats)
        query.append("state", state)
        query.append("per_page", perPage)
        return Self(path: path, query: query)
    }
}
