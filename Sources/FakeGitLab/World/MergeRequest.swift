import WireFormat

/// A merge request: its object, and what its sub-resources serve.
struct MergeRequest: Stored {
    struct Approval: Sendable {
        let user: Int
        let at: Instant
    }

    /// What somebody asked for a review has done about it.
    struct Review: Sendable {
        let user: Int
        /// `unreviewed`, `review_started`, `reviewed`, `requested_changes`, `approved` or `unapproved`.
        var state = "unreviewed"
        let createdAt: Instant
        var updatedAt: Instant
    }

    /// One push: what the source branch pointed at, and what it was compared with.
    struct Version: Sendable {
        let id: Int
        let head: String
        let base: String?
        let createdAt: Instant
        let commitCount: Int
    }

    var resource: Resource
    let author: Int
    /// SHAs of its commits, oldest first.
    var commits: [String]
    var approvals: [Approval] = []
    /// Of its present reviewers, in order of the request.
    var reviews: [Review] = []
    /// Oldest first.
    var versions: [Version] = []
    var mergedAt: Instant?
    var edits = Edits()
    /// Pipelines that ran for it, oldest first.
    var pipelines: [Int] = []
    /// When a deployment to production first carried it.
    var firstDeployedAt: Instant?
    /// Fields only a fixture's single answer holds; they win over what is computed.
    var details: JSONValue = [:]

    var state: String { resource.text("state") ?? "opened" }
    var isOpen: Bool { state == "opened" }
    var isDraft: Bool { resource["draft"].boolValue ?? false }
    var sourceBranch: String { resource.text("source_branch") ?? "" }
    var targetBranch: String { resource.text("target_branch") ?? "" }
    var sourceProject: Int? { resource["source_project_id"].intValue }
    var title: String { resource.text("title") ?? "" }
    /// The commit on the target branch that brought it there.
    var landedSHA: String? {
        resource.text("merge_commit_sha") ?? resource.text("squash_commit_sha") ?? resource.text("sha")
    }
}
