public import Foundation
public import GitLabVocabulary

extension Release {
    /// What a list of releases is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let releasedAt = Self(rawValue: "released_at")
        public static let createdAt = Self(rawValue: "created_at")
    }
}

extension Request where Response == Release {
    /// The release of a tag.
    ///
    /// <https://docs.gitlab.com/api/releases/#get-a-release-by-a-tag-name>
    public static func release(ofTag name: String, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/releases/\(name.percentEncoded())")
    }
}

extension Request where Response == Page<Release> {
    /// The releases of a project, upcoming ones included.
    ///
    /// - Parameters:
    ///   - updatedAfter: ignored by old versions, as is `updatedBefore`; GitLab sends no time of the update.
    ///
    /// <https://docs.gitlab.com/api/releases/#list-releases>
    public static func releases(
        in project: ProjectReference, updatedAfter: Date? = nil, updatedBefore: Date? = nil,
        orderBy: Release.Order = .releasedAt, sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [:]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/releases", query: query)
    }
}
