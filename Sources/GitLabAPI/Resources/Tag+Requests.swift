public import GitLabVocabulary

extension Tag {
    /// What a list of tags is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let name = Self(rawValue: "name")
        /// By the date of the tag, of the commit for a lightweight one.
        public static let updated = Self(rawValue: "updated")
        /// By the numbers in the name: `v1.9` before `v1.10`.
        public static let version = Self(rawValue: "version")
    }
}

extension Request where Response == Tag {
    /// One tag.
    ///
    /// <https://docs.gitlab.com/api/tags/#retrieve-a-repository-tag>
    public static func tag(_ name: String, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/repository/tags/\(name.percentEncoded())")
    }
}

extension Request where Response == Page<Tag> {
    /// The tags of a project.
    ///
    /// - Parameter search: only those whose name contains this; `^term` for those that begin and `term$` for
    ///   those that end with it.
    ///
    /// <https://docs.gitlab.com/api/tags/#list-all-project-repository-tags>
    public static func tags(
        in project: ProjectReference, search: String? = nil, orderBy: Tag.Order = .updated,
        sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        Self(
            path: "\(project.apiPath)/repository/tags",
            query: ["search": search, "order_by": orderBy, "sort": sort, "per_page": perPage])
    }
}
