import WireFormat

extension World {
    /// The project a path parameter names, by id or by path, if the caller may see it.
    ///
    /// - Parameter role: the least role in a private project; public and internal ones are open to read.
    /// - Throws: 404 for missing and hidden alike, 403 for too low a role, 301 for a former path.
    func project(of call: Call, atLeast role: AccessLevel = .guest) throws(Rejection) -> Project {
        let reference = call.path("id")
        let id = Int(reference) ?? projectPaths[reference.lowercased()]
        guard let id, let project = projects[id], allows(call.caller, atLeast: .guest, in: project) else {
            throw .notFound("Project")
        }
        if isRestricted(call.caller, fromGroup: project.group) { throw .forbidden }
        if Int(reference) == nil, project.path.lowercased() != reference.lowercased() {
            throw moved(to: id, call)
        }
        guard allows(call.caller, atLeast: role, in: project) else { throw .forbidden }
        try checkFeatures(of: project, for: call.request)
        return project
    }

    func canSee(_ project: Project, _ caller: Caller) -> Bool {
        allows(caller, atLeast: .guest, in: project) && !isRestricted(caller, fromGroup: project.group)
    }

    /// Whether the caller may read what asks for a role in private projects.
    func allows(_ caller: Caller, atLeast role: AccessLevel, in project: Project) -> Bool {
        isOpen(project, to: caller) || self.role(of: caller, in: project) >= role
    }

    func role(of caller: Caller, in project: Project) -> AccessLevel {
        if isConfined(caller, without: project) { return .none }
        if caller.isAdministrator { return .owner }
        return caller.user.map { access(of: $0, toProject: project.id) } ?? .none
    }

    /// The group a path parameter names, by id or by path, if the caller may see it.
    func group(of call: Call) throws(Rejection) -> Group {
        let reference = call.path("id").lowercased()
        let id = Int(reference) ?? groups.ids.first { groups[$0]?.fullPath.lowercased() == reference }
        guard let id, let group = groups[id], isOpen(group, to: call.caller) else { throw .notFound("Group") }
        if isRestricted(call.caller, fromGroup: id) { throw .forbidden }
        return group
    }

    func canSee(_ group: Group, _ caller: Caller) -> Bool {
        isOpen(group, to: caller) && !isRestricted(caller, fromGroup: group.id)
    }

    private func isOpen(_ group: Group, to caller: Caller) -> Bool {
        if group.visibility == "public" || caller.isAdministrator { return true }
        guard let user = caller.user else { return false }
        if group.visibility == "internal" || access(of: user, toGroup: group.id) >= .guest { return true }
        return descendants(ofGroup: group.id).contains { group in
            access(of: user, toGroup: group) >= .guest
                || projects.ids(in: group).contains { access(of: user, toProject: $0) >= .guest }
        }
    }

    func isOpen(_ project: Project, to caller: Caller) -> Bool {
        if project.visibility == "public" { return true }
        return project.visibility == "internal" && caller.user != nil && !isConfined(caller, without: project)
    }

    /// Whether the caller's token is for another project or group alone.
    private func isConfined(_ caller: Caller, without project: Project) -> Bool {
        switch caller.token.flatMap({ tokens[$0]?.home }) {
        case nil: false
        case .project(let home): home != project.id
        case .group(let home): !ancestors(ofGroup: project.group).contains(home)
        }
    }

    private func moved(to id: Int, _ call: Call) -> Rejection {
        let tail = call.request.segments.dropFirst(2).map { "/\(PageLinks.encoded($0))" }.joined()
        let query = call.request.query.isEmpty ? "" : "?" + PageLinks.encoded(call.request.query)
        let location = "\(call.request.base)/projects/\(id)\(tail)\(query)"
        return Rejection(
            status: 301, body: ["message": "301 Moved Permanently", "location": .string(location)],
            headers: [("Location", location)])
    }
}
