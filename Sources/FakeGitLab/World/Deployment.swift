import WireFormat

/// A deployment, with the finish GitLab keeps but REST does not show.
struct Deployment: Stored {
    var resource: Resource
    let environment: Int
    /// `nil` until it ends; sorts and filters lists, never appears in REST.
    var finishedAt: Instant?
    /// Ids of the merge requests it carries, in order of their merge.
    var mergeRequests: [Int] = []
    /// What people said to it, in order.
    var approvals: [Approval] = []
    /// How many it needs before it may run.
    var requiredApprovals = 0

    struct Approval: Sendable {
        let user: Int
        /// `approved` or `rejected`.
        let status: String
        let comment: String?
        let at: Instant
    }

    var status: String { resource.text("status") ?? "created" }
    var sha: String { resource.text("sha") ?? "" }
}
