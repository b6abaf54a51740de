/// By what values are told apart.
///
/// The records behind a number say which groups it belongs to, so that every metric can be grouped in every way that
/// its records know: merge requests have authors, labels and target branches; deployments an environment; jobs a name.
/// What a record does not know puts it into the group `none`. One record may belong to several groups (labels, teams,
/// nested namespaces of GitLab), so that groups need not add up to the whole.
public enum Grouping: Hashable, Codable, Sendable {
    case instance
    /// The namespace a project is in: its full path, or no more than that many names of it. A number of 1 takes
    /// top-level groups.
    case namespace(depth: Int?)
    case project
    /// The teams of whoever did it, as of then, and the teams above them.
    case team
    /// Whoever did it: the author of a merge request, note, commit or issue, who triggered a deployment or pipeline.
    case person
    /// The labels of merge requests and issues.
    case label
    /// The branch a merge request went to, or that a pipeline or deployment ran on.
    case targetBranch
    /// The environment deployed to; of a lead time, the one it was reached in.
    case environment
    /// How much a merge request changes.
    case size(SizeClasses)
    /// The name of a job.
    case job
    /// Who reviewed whom: `reviewer → author`, of the reviewer's note.
    case reviewPair

    public static let size = Grouping.size(.standard)
    public static let namespace = Grouping.namespace(depth: nil)
}

extension Grouping: CustomStringConvertible {
    public var description: String {
        switch self {
        case .instance: "instance"
        case .namespace(let depth?): "namespace, \(depth) deep"
        case .namespace: "namespace"
        case .project: "project"
        case .team: "team"
        case .person: "person"
        case .label: "label"
        case .targetBranch: "target branch"
        case .environment: "environment"
        case .size: "size"
        case .job: "job"
        case .reviewPair: "review pair"
        }
    }
}
