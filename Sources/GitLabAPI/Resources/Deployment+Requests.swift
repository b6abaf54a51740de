public import Foundation
public import GitLabVocabulary

extension Deployment {
    /// What a list of deployments is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let id = Self(rawValue: "id")
        public static let iid = Self(rawValue: "iid")
        public static let createdAt = Self(rawValue: "created_at")
        public static let updatedAt = Self(rawValue: "updated_at")
        /// Only with `.deployments(in:finishedAfter:…)`.
        public static let finishedAt = Self(rawValue: "finished_at")
    }
}

extension Request where Response == Deployment {
    /// One deployment.
    ///
    /// <https://docs.gitlab.com/api/deployments/#retrieve-a-deployment>
    public static func deployment(_ id: DeploymentID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/deployments/\(id)")
    }
}

extension Request where Response == Page<Deployment> {
    /// The deployments of a project.
    ///
    /// - Parameters:
    ///   - environment: only those to the environment of this name.
    ///   - orderBy: with `updatedAfter` or `updatedBefore` always `.updatedAt`, since GitLab refuses any other.
    ///
    /// <https://docs.gitlab.com/api/deployments/#list-project-deployments>
    public static func deployments(
        in project: ProjectReference, environment: String? = nil, status: DeploymentStatus? = nil,
        updatedAfter: Date? = nil, updatedBefore: Date? = nil, orderBy: Deployment.Order = .id,
        sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        let isWindow = updatedAfter != nil || updatedBefore != nil
        var query: QueryItems = ["environment": environment, "status": status]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("order_by", isWindow ? .updatedAt : orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/deployments", query: query)
    }

    /// The successful deployments of a project that finished within a span, by when they did. GitLab gives this
    /// order for successful ones only.
    ///
    /// <https://docs.gitlab.com/api/deployments/#list-project-deployments>
    public static func deployments(
        in project: ProjectReference, finishedAfter: Date, finishedBefore: Date? = nil,
        environment: String? = nil,
        sort: SortDirection = .ascending, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = ["environment": environment, "status": DeploymentStatus.success]
        query.append("finished_after", instant: finishedAfter)
        query.append("finished_before", instant: finishedBefore)
        query.append("order_by", Deployment.Order.finishedAt)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/deployments", query: query)
    }
}
