import WireFormat

/// A deployment, with the finish GitLab keeps but REST does not show.
struct Deployment: Stored {
    var resource: Resource
    let environment: Int
    /// `nil` until it ends; sorts and filters lists, never appears in REST.
    var finishedAt: Instant?
    /// Ids of the merge requests it carries, in order of their merge.
    var mergeRequests: [Int] = []

    var status: String { resource.text("status") ?? "created" }
    var sha: String { resource.text("sha") ?? "" }
}
