import WireFormat

extension World {
    /// The project a path parameter names, by id or by path, if the caller may see it.
    ///
    /// - Parameter role: the least role in a private project; public and internal ones are open to read.
    /// - Throws: 404 for missing and hidden alike, 403 for too low a role, 301 for a former path.
    func project(of call: Call, atLeast role: AccessLevel = .guest) throws(Rejection) -> Project {
        let reference = call.path("id")
        let id = Int(reference) ?? projectPaths[reference.lowercased()]
        guard let id, let project = projects[id], canSee(project, call.caller) else {
            throw .notFound("Project")
        }
        if Int(reference) == nil, project.path.lowercased() != reference.lowercased() {
            throw moved(to: id, call)
        }
        guard allows(call.caller, atLeast: role, in: project) else { throw .forbidden }
        return project
    }

    func canSee(_ project: Project, _ caller: Caller) -> Bool { allows(caller, atLeast: .guest, in: project) }

    /// Whether the caller may read what asks for a role in private projects.
    func allows(_ caller: Caller, atLeast role: AccessLevel, in project: Project) -> Bool {
        isOpen(project, to: caller) || self.role(of: caller, in: project) >= role
    }

    func role(of caller: Caller, in project: Project) -> AccessLevel {
        if caller.isAdministrator { return .owner }
        return caller.user.map { access(of: $0, toProject: project.id) } ?? .none
    }

    /// The group a path parameter names, by id or by path, if the caller may see it.
    func group(of call: Call) throws(Rejection) -> Group {
        let reference = call.path("id").lowercased()
        let id = Int(reference) ?? groups.ids.first { groups[$0]?.fullPath.lowercased() == reference }
        guard let id, let group = groups[id], canSee(group, call.caller) else { throw .notFound("Group") }
        return group
    }

    func canSee(_ group: Group, _ caller: Caller) -> Bool {
        if group.visibility == "public" || caller.isAdministrator { return true }
        guard let user = caller.user else { return false }
        if group.visibility == "internal" || access(of: user, toGroup: group.id) >= .guest { return true }
        return descendants(ofGroup: group.id).contains { group in
            groupMembers[group]?[user] != nil
                || projects.ids(in: group).contains { projectMembers[$0]?[user] != nil }
        }
    }

    func isOpen(_ project: Project, to caller: Caller) -> Bool {
        project.visibility == "public" || (project.visibility == "internal" && caller.user != nil)
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
