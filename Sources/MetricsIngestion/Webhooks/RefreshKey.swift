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

/// `project`, `merge_request/7`, `issue/3`, `pipeline/9`, `deployment/5`, `commits/main`, `list/branch`.
extension RefreshKey.Subject: LosslessStringConvertible {
    public init?(_ description: String) {
        let parts = description.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let number = parts.count == 2 ? Int64(parts[1]) : nil
        switch parts.first {
        case "project" where parts.count == 1: self = .project
        case "merge_request": if let number { self = .mergeRequest(iid: number) } else { return nil }
        case "issue": if let number { self = .issue(iid: number) } else { return nil }
        case "pipeline": if let number { self = .pipeline(id: number) } else { return nil }
        case "deployment": if let number { self = .deployment(id: number) } else { return nil }
        case "commits" where parts.count == 2: self = .commits(branch: String(parts[1]))
        case "list" where parts.count == 2:
            guard let kind = RecordKind(rawValue: String(parts[1])) else { return nil }
            self = .list(kind)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .project: "project"
        case .mergeRequest(let iid): "merge_request/\(iid)"
        case .issue(let iid): "issue/\(iid)"
        case .pipeline(let id): "pipeline/\(id)"
        case .deployment(let id): "deployment/\(id)"
        case .commits(let branch): "commits/\(branch)"
        case .list(let kind): "list/\(kind.rawValue)"
        }
    }
}
