/// What a change says it takes back, as GitLab's revert button writes it.
public enum Revert: Codable, Hashable, Sendable {
    /// The merge request with that number in the same project.
    case mergeRequest(iid: Int64)
    case commit(sha: String)
}
