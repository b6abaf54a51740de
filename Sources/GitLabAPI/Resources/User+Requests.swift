public import GitLabVocabulary

extension Request where Response == CurrentUser {
    /// The user whose token is sent; needs the scope `read_user`, `read_api` or `api`.
    ///
    /// <https://docs.gitlab.com/api/users/#retrieve-the-current-user>
    public static var currentUser: Self { Self(path: "user") }
}

extension Request where Response == UserProfile {
    /// One user's profile. GitLab.com allows 300 of these in ten minutes.
    ///
    /// <https://docs.gitlab.com/api/users/#retrieve-a-user>
    public static func user(_ id: UserID) -> Self { Self(path: "users/\(id)") }
}

extension Request where Response == Page<User> {
    /// The users of the instance that the filter lets through, by ascending id, through keyset paging.
    ///
    /// <https://docs.gitlab.com/api/users/#list-users>
    public static func users(
        matching filter: UserFilter = UserFilter(), sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        var query = filter.query
        query.append("pagination", Paging.keyset.parameter)
        query.append("order_by", "id")
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "users", query: query)
    }
}
