public import GitLabVocabulary

extension Branch {
    /// What a list of branches is sorted by.
    public struct Sort: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let nameAscending = Self(rawValue: "name_asc")
        /// By the date of the commit at the tip, oldest first.
        public static let updatedAscending = Self(rawValue: "updated_asc")
        /// By the date of the commit at the tip, newest first.
        public static let updatedDescending = Self(rawValue: "updated_desc")
    }
}

extension Request where Response == Branch {
    /// One branch.
    ///
    /// <https://docs.gitlab.com/api/branches/#retrieve-a-repository-branch>
    public static func branch(_ name: String, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/repository/branches/\(name.percentEncoded())")
    }
}

extension Request where Response == Page<Branch> {
    /// The branches of a project.
    ///
    /// - Parameters:
    ///   - search: only those whose name contains this; `^term` for those that begin and `term$` for those that
    ///     end with it.
    ///   - regex: only those whose name matches this RE2 expression; not together with `search`, ignored by old
    ///     versions.
    ///   - sort: by name by default; ignored by old versions.
    ///
    /// <https://docs.gitlab.com/api/branches/#list-repository-branches>
    public static func branches(
        in project: ProjectReference, search: String? = nil, regex: String? = nil, sort: Branch.Sort? = nil,
        perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/repository/branches",
            query: ["search": search, "regex": regex, "sort": sort, "per_page": perPage])
    }
}
