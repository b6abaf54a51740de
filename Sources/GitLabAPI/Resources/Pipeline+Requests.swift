public import Foundation
public import GitLabVocabulary

extension Pipeline {
    /// What a list of pipelines is sorted by.
    public struct Order: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let id = Self(rawValue: "id")
        public static let status = Self(rawValue: "status")
        public static let ref = Self(rawValue: "ref")
        public static let updatedAt = Self(rawValue: "updated_at")
        public static let userID = Self(rawValue: "user_id")
    }

    /// Which pipelines a list holds.
    public struct Scope: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let running = Self(rawValue: "running")
        public static let pending = Self(rawValue: "pending")
        /// Succeeded, failed and canceled ones.
        public static let finished = Self(rawValue: "finished")
        /// The latest of each branch that exists.
        public static let branches = Self(rawValue: "branches")
        /// The latest of each tag that exists.
        public static let tags = Self(rawValue: "tags")
    }
}

extension Request where Response == Pipeline {
    /// One pipeline with its times.
    ///
    /// <https://docs.gitlab.com/api/pipelines/#retrieve-a-pipeline>
    public static func pipeline(_ id: PipelineID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/pipelines/\(id)")
    }
}

extension Request where Response == Page<Pipeline> {
    /// The pipelines of a project, child pipelines left out unless `source` is `.parentPipeline`.
    ///
    /// - Parameters:
    ///   - ref: only those of this branch or tag.
    ///   - sha: only those of this commit.
    ///   - name: only those of exactly this name; ignored by old versions.
    ///   - username: only those somebody of this name started.
    ///   - createdAfter: ignored by old versions, as is `createdBefore`.
    ///
    /// <https://docs.gitlab.com/api/pipelines/#list-project-pipelines>
    public static func pipelines(
        in project: ProjectReference, scope: Pipeline.Scope? = nil, status: PipelineStatus? = nil,
        source: PipelineSource? = nil, ref: String? = nil, sha: String? = nil, name: String? = nil,
        username: String? = nil, updatedAfter: Date? = nil, updatedBefore: Date? = nil,
        createdAfter: Date? = nil, createdBefore: Date? = nil, orderBy: Pipeline.Order = .id,
        sort: SortDirection = .descending, perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [
            "scope": scope, "status": status, "source": source, "ref": ref, "sha": sha, "name": name,
            "username": username,
        ]
        query.append("updated_after", instant: updatedAfter)
        query.append("updated_before", instant: updatedBefore)
        query.append("created_after", instant: createdAfter)
        query.append("created_before", instant: createdBefore)
        query.append("order_by", orderBy)
        query.append("sort", sort)
        query.append("per_page", perPage)
        return Self(path: "\(project.apiPath)/pipelines", query: query)
    }

    /// The pipelines of a merge request, newest first.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#list-merge-request-pipelines>
    public static func pipelines(
        ofMergeRequest iid: MergeRequestIID, in project: ProjectReference, perPage: Int = 100
    ) -> Self {
        Self(path: "\(project.apiPath)/merge_requests/\(iid)/pipelines", query: ["per_page": perPage])
    }
}
