public import MetricsCore

/// Something of which a delivery told too little or left in doubt: what `Refresh` is to read anew.
public struct RefreshKey: Codable, Hashable, Sendable {
    /// Which thing of the project.
    public enum Subject: Codable, Hashable, Sendable {
        /// The project itself: its path, whether it is archived, whether it is there.
        case project
        /// By its number in the project, with comments, approvals, commits and size.
        case mergeRequest(iid: Int64)
        /// By its number in the project, with comments.
        case issue(iid: Int64)
        case pipeline(id: Int64)
        case deployment(id: Int64)
        /// The commits of a branch.
        case commits(branch: String)
        /// The list of all things of that kind: environments, milestones, releases, branches, tags, members.
        case list(RecordKind)
    }

    public var project: ProjectKey
    public var subject: Subject

    public init(_ project: ProjectKey, _ subject: Subject) {
        self.project = project
        self.subject = subject
    }
}
