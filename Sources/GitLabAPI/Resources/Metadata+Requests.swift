extension Request where Response == Metadata {
    /// The version of the instance, from GitLab 15.2 on; before, ask for `.version`.
    ///
    /// <https://docs.gitlab.com/api/metadata/>
    public static var metadata: Self { Self(path: "metadata") }

    /// The version of the instance on any release, without `isEnterprise` on older ones.
    ///
    /// <https://docs.gitlab.com/api/version/>
    public static var version: Self { Self(path: "version") }
}
