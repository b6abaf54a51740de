/// Whether GitLab still shows a thing, as of the last read that would have shown it.
///
/// Deleting a merge request or an issue sends nothing; only a later read that asks for it and does not get it
/// tells. Nothing is erased: what is gone is left out of metrics and comes back if GitLab shows it again.
public enum Existence: String, Codable, Hashable, Sendable {
    case present
    /// Deleted, or hidden from the token that asked.
    case gone
}
