extension Request where Response == PersonalAccessToken {
    /// What GitLab knows of the token that is sent; any scope will do. Not for OAuth tokens.
    ///
    /// <https://docs.gitlab.com/api/personal_access_tokens/#self-inform>
    public static var ownToken: Self { Self(path: "personal_access_tokens/self") }
}
