import WireFormat

/// Why a group keeps those out who are members of it.
///
/// <https://docs.gitlab.com/user/group/access_and_permissions/>
public enum GroupRestriction: Hashable, Sendable {
    /// The caller's address is not on the group's list; administrators get through.
    case addresses
    /// Members must have signed in through the group's provider; bots need not.
    case singleSignOn
}

/// A part of a project that can be switched off.
public enum ProjectFeature: String, Hashable, Sendable, CaseIterable {
    case mergeRequests = "merge_requests"
    case issues
    case pipelines = "jobs"
    case repository

    /// What is missing below `/projects/:id` without it.
    var segments: Set<String> {
        switch self {
        case .mergeRequests: ["merge_requests"]
        case .issues: ["issues"]
        case .pipelines: ["pipelines", "jobs"]
        case .repository: ["repository"]
        }
    }
}

extension World {
    /// Keeps callers out of a group and of everything below it; `nil` lets them in again.
    public mutating func restrictGroup(_ group: Int, to restriction: GroupRestriction?) {
        restrictions[group] = restriction
    }

    /// Makes a project read-only, or lets it live again.
    public mutating func archiveProject(_ id: Int, isArchived: Bool = true) throws(WorldError) {
        _ = try project(id)
        projects[id]?.resource["archived"] = .bool(isArchived)
    }

    /// Switches a feature of a project off, or on again.
    public mutating func setFeature(_ feature: ProjectFeature, of id: Int, isEnabled: Bool) throws(WorldError)
    {
        _ = try project(id)
        let level = feature == .pipelines ? "builds" : feature.rawValue
        projects[id]?.resource["\(feature.rawValue)_enabled"] = .bool(isEnabled)
        projects[id]?.resource["\(level)_access_level"] = isEnabled ? "enabled" : "disabled"
    }

    /// Whether a group, or one above it, refuses the caller for where the request comes from, or how.
    func isRestricted(_ caller: Caller, fromGroup group: Int) -> Bool {
        guard !restrictions.isEmpty else { return false }
        return ancestors(ofGroup: group).contains { ancestor in
            switch restrictions[ancestor] {
            case .addresses: !caller.isAdministrator
            case .singleSignOn: caller.user.flatMap { users[$0]?.isBot } != true
            case nil: false
            }
        }
    }

    /// Refuses what an archived project, or one without the feature, does not do.
    func checkFeatures(of project: Project, for request: APIRequest) throws(Rejection) {
        guard request.segments.count > 2 else { return }
        let part = request.segments[2]
        let isOff = ProjectFeature.allCases.contains { feature in
            feature.segments.contains(part)
                && project.resource["\(feature.rawValue)_enabled"].boolValue == false
        }
        if isOff { throw .forbidden }
        let isSetting = ["hooks", "access_tokens"].contains(part)
        if request.method != "GET", !isSetting, project.resource["archived"].boolValue == true {
            throw .forbidden
        }
    }
}
