/// Where hooks lie, and who gets at them: maintainers at a project's, owners at a group's, administrators at the
/// instance's.
enum HookPlace: Sendable {
    case project, group, instance

    static let all: [HookPlace] = [.project, .group, .instance]

    var path: String {
        switch self {
        case .project: "projects/:id/hooks"
        case .group: "groups/:id/hooks"
        case .instance: "hooks"
        }
    }

    var tier: Tier { self == .group ? .premium : .free }
}

extension World {
    func hookOwner(of call: Call, _ place: HookPlace) throws(Rejection) -> Hook.Owner {
        switch place {
        case .project:
            let project = try project(of: call)
            guard role(of: call.caller, in: project) >= .maintainer else { throw .forbidden }
            return .project(project.id)
        case .group:
            let group = try group(of: call)
            let role = call.caller.user.map { self.access(of: $0, toGroup: group.id) } ?? AccessLevel.none
            guard role >= .owner || call.caller.isAdministrator else { throw .forbidden }
            return .group(group.id)
        case .instance:
            guard call.caller.user != nil else { throw .unauthorized }
            guard call.caller.isAdministrator else { throw .forbidden }
            return .instance
        }
    }

    func hook(of call: Call, _ place: HookPlace) throws(Rejection) -> Hook {
        let owner = try hookOwner(of: call, place)
        guard let hook = hooks[try call.number("hook_id")], hook.owner == owner else {
            throw .message(404, "404 Not found")
        }
        return hook
    }
}
