/// Something of the same project that an issue's text names.
public enum Mention: Codable, Hashable, Sendable {
    /// `!7`, or the merge request's address.
    case mergeRequest(iid: Int64)
    /// A deployment's address, which carries its `iid` within the environment's project, or its id.
    case deployment(id: Int64)
}
