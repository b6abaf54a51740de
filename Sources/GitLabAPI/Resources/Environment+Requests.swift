public import GitLabVocabulary

extension Request where Response == Environment {
    /// One environment.
    ///
    /// <https://docs.gitlab.com/api/environments/#retrieve-an-environment>
    public static func environment(_ id: EnvironmentID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/environments/\(id)")
    }
}

extension Request where Response == Page<Environment> {
    /// The environments of a project.
    ///
    /// - Parameters:
    ///   - name: only the one of exactly this name; not together with `search`.
    ///   - search: only those whose name contains this; at least three characters.
    ///   - state: only those in this state; all by default.
    ///
    /// <https://docs.gitlab.com/api/environments/#list-environments>
    public static func environments(
        in project: ProjectReference, name: String? = nil, search: String? = nil,
        state: EnvironmentState? = nil,
        perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/environments",
            query: ["name": name, "search": search, "states": state, "per_page": perPage])
    }
}
