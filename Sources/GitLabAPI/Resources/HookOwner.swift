/// Whose webhooks: a project's, a group's with all below it (Premium), or those of the whole instance, which
/// only administrators see.
public enum HookOwner: Hashable, Sendable, CustomStringConvertible {
    case project(ProjectReference)
    case group(GroupReference)
    case instance

    public var description: String {
        switch self {
        case .project(let reference): "project \(reference)"
        case .group(let reference): "group \(reference)"
        case .instance: "instance"
        }
    }

    /// Where the hooks lie: `projects/42/hooks`.
    var hooksPath: String {
        switch self {
        case .project(let reference): "\(reference.apiPath)/hooks"
        case .group(let reference): "\(reference.apiPath)/hooks"
        case .instance: "hooks"
        }
    }

    /// Every switch such a hook has, of which new ones are ignored by old versions.
    public var triggers: Set<Hook.Trigger> {
        switch self {
        case .project: Hook.Trigger.common.union([.resourceDeployTokens])
        case .group: Hook.Trigger.common.union([.subgroups, .members, .projects])
        case .instance: [.push, .tagPush, .mergeRequests, .repositoryUpdates]
        }
    }
}
