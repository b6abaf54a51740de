public import GitLabVocabulary

extension Request where Response == User {
    /// The user whose token is sent; needs the scope `read_user`, `read_api` or `api`.
    ///
    /// <https://docs.gitlab.com/api/users/#retrieve-the-current-user>
    public static var currentUser: Self { Self(path: "user") }

    /// One user's profile. GitLab.com allows 300 of these in ten minutes.
    ///
    /// <https://docs.gitlab.com/api/users/#retrieve-a-user>
    public static func user(_ id: UserID) -> Self { Self(path: "users/\(id)") }
}
