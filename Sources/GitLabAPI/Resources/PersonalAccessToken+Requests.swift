extension Request where Response == PersonalAccessToken {
    /// What GitLab knows of the token that is sent; any scope will do. Not for OAuth tokens.
    ///
    /// <https://docs.gitlab.com/api/personal_access_tokens/#self-inform>
    public static var ownToken: Self { Self(path: "personal_access_tokens/self") }
}

extension Request where Response == Page<PersonalAccessToken> {
    /// The access tokens of a project, revoked and expired ones included.
    ///
    /// <https://docs.gitlab.com/api/project_access_tokens/#list-all-project-access-tokens>
    public static func accessTokens(of project: ProjectReference, perPage: Int = 100) -> Self {
        Self(path: "\(project.apiPath)/access_tokens", query: ["per_page": perPage])
    }

    /// The access tokens of a group, revoked and expired ones included.
    ///
    /// <https://docs.gitlab.com/api/group_access_tokens/#list-all-group-access-tokens>
    public static func accessTokens(ofGroup group: GroupReference, perPage: Int = 100) -> Self {
        Self(path: "\(group.apiPath)/access_tokens", query: ["per_page": perPage])
    }
}
