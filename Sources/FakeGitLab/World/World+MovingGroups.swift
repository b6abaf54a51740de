import WireFormat

/// Groups that are renamed, transferred and deleted, with everything below them.
extension World {
    /// Renames a group's path; paths of the projects below move with it, and the old ones answer 301.
    ///
    /// <https://docs.gitlab.com/user/group/manage/#change-a-groups-path>
    public mutating func moveGroup(_ id: Int, to path: String) throws(WorldError) {
        let old = try group(id)
        groups[id]?.resource["path"] = .string(path)
        let parent = old.parentGroup.flatMap { groups[$0] }
        readdress(old, as: parent.map { "\($0.fullPath)/\(path)" } ?? path)
        announce("group_rename", group: id, since: old)
    }

    /// Hands a group to another one, or makes it one of its own. Hooks hear nothing of it.
    ///
    /// <https://docs.gitlab.com/user/group/manage/#transfer-a-group>
    public mutating func transferGroup(_ id: Int, toGroup other: Int?) throws(WorldError) {
        let old = try group(id)
        var parent: Group?
        if let other {
            parent = try group(other)
            guard !ancestors(ofGroup: other).contains(id) else {
                throw WorldError("group \(id) holds group \(other)")
            }
        }
        groups.remove(id)
        var object = old.resource.object
        object["parent_id"] = .number(other)
        groups.insert(
            Group(
                resource: Resource(
                    id: id, parent: other ?? 0, createdAt: old.resource.createdAt,
                    updatedAt: old.resource.updatedAt, object: object)))
        let path = old.resource.text("path") ?? ""
        readdress(old, as: parent.map { "\($0.fullPath)/\(path)" } ?? path)
    }

    /// Deletes a group at once with everything below it.
    public mutating func deleteGroup(_ id: Int) throws(WorldError) {
        _ = try group(id)
        for child in groups.ids(in: id) { try deleteGroup(child) }
        for project in projects.ids(in: id) { try deleteProject(project) }
        announce("group_destroy", group: id)
        for label in labels.ids(in: -id) { labels.remove(label) }
        for milestone in milestones.ids(in: -id) { milestones.remove(milestone) }
        groupMembers[id] = nil
        groups.remove(id)
    }

    func group(_ id: Int) throws(WorldError) -> Group {
        guard let group = groups[id] else { throw .missing("group", id) }
        return group
    }

    /// Gives a group and all below it addresses below a new full path.
    private mutating func readdress(_ old: Group, as fullPath: String) {
        let address = Readdressing(host: externalURL, from: old.fullPath, to: fullPath)
        for id in descendants(ofGroup: old.id) {
            groups[id]?.readdress(address)
            nameFully(id)
            for milestone in milestones.ids(in: -id) {
                milestones[milestone]?.readdress(address)
                embedMilestone(milestone)
            }
            guard let group = groups[id] else { continue }
            for project in projects.rows(in: id) {
                readdress(project, as: "\(group.fullPath)/\(project.resource.text("path") ?? "")")
                projects[project.id]?.resource["namespace"] = group.namespace
                projects[project.id]?.resource["name_with_namespace"] = .string(
                    "\(group.resource.text("full_name") ?? "") / \(project.resource.text("name") ?? "")")
            }
        }
    }

    /// Names a group after the groups it now lies in.
    private mutating func nameFully(_ id: Int) {
        let names = ancestors(ofGroup: id).reversed().compactMap { groups[$0]?.resource.text("name") }
        groups[id]?.resource["full_name"] = .string(names.joined(separator: " / "))
    }
}
