extension Request where Response == Page<CommitRef> {
    /// The branches and tags that hold a commit.
    ///
    /// - Parameter kind: only branches or only tags; both by default.
    ///
    /// <https://docs.gitlab.com/api/commits/#list-all-references-of-a-commit>
    public static func refs(
        ofCommit sha: String, in project: ProjectReference, kind: CommitRef.Kind? = nil, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/repository/commits/\(sha.percentEncoded())/refs",
            query: ["type": kind?.rawValue ?? "all", "per_page": perPage])
    }
}
