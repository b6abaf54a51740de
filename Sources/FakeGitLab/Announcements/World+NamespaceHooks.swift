import WireFormat

/// Projects and groups that come, go and change their names.
///
/// <https://docs.gitlab.com/administration/system_hooks/>
extension World {
    /// Tells the instance's hooks of a project, and of one that comes or goes also those of the groups above it.
    ///
    /// - Parameters:
    ///   - event: `project_create`, `project_destroy`, `project_rename`, `project_transfer` or `project_update`.
    ///   - oldPath: where it was before.
    mutating func announce(_ event: String, project id: Int, oldPath: String? = nil) {
        let isForGroups = event == "project_create" || event == "project_destroy"
        announce { world in
            guard isForGroups, world.tier >= .premium, world.version >= "17.6",
                let project = world.projects[id]
            else { return nil }
            return Announcement(
                trigger: "project_events", header: "Project Hook", group: project.group,
                body: world.naming(project, event), at: world.clock)
        }
        announce { world in
            guard let project = world.projects[id] else { return nil }
            var body = world.naming(project, event).merging([
                "owner_name": project.resource["namespace"]["name"] ?? "", "owner_email": "",
            ])
            if let oldPath { body["old_path_with_namespace"] = .string(oldPath) }
            return world.announcement(system: body)
        }
    }

    /// Tells the instance's hooks of a group, and those of the groups above it of a subgroup that comes or goes.
    ///
    /// - Parameters:
    ///   - event: `group_create`, `group_destroy` or `group_rename`.
    ///   - old: the group before it was renamed.
    mutating func announce(_ event: String, group id: Int, since old: Group? = nil) {
        announce { world in
            guard old == nil, world.tier >= .premium, let group = world.groups[id],
                let parent = group.parentGroup.flatMap({ world.groups[$0] })
            else { return nil }
            let body = world.naming(group, "sub\(event)").merging([
                "full_path": .string(group.fullPath), "parent_group_id": .int(parent.id),
                "parent_name": parent.resource["name"], "parent_path": parent.resource["path"],
                "parent_full_path": .string(parent.fullPath),
            ])
            return Announcement(
                trigger: "subgroup_events", header: "Subgroup Hook", group: parent.id, body: body,
                at: world.clock)
        }
        announce { world in
            guard let group = world.groups[id] else { return nil }
            var body = world.naming(group, event)
            if let old {
                body = body.merging([
                    "updated_at": .isoMoment(world.clock), "full_path": .string(group.fullPath),
                    "old_path": old.resource["path"],
                    "old_full_path": .string(old.fullPath),
                ])
            }
            return world.announcement(system: body)
        }
    }

    private func naming(_ project: Project, _ event: String) -> JSONValue {
        let owners = allMembers(ofProject: project.id).filter { $0.access == .owner }
        return [
            "event_name": .string(event), "created_at": .isoMoment(project.resource.createdAt),
            "updated_at": .isoMoment(project.resource.object.instant("updated_at")),
            "name": project.resource["name"], "path": project.resource["path"],
            "path_with_namespace": .string(project.path), "project_id": .int(project.id),
            "project_namespace_id": .int(Self.firstProjectNamespace + project.id),
            "owners": .array(
                owners.map {
                    ["name": basic($0.user)["name"] ?? "", "email": .string(hookEmail($0.user))]
                }), "project_visibility": .string(project.visibility),
        ]
    }

    private func naming(_ group: Group, _ event: String) -> JSONValue {
        [
            "event_name": .string(event), "created_at": .isoMoment(group.resource.createdAt),
            "updated_at": .isoMoment(group.resource.updatedAt), "name": group.resource["name"],
            "path": group.resource["path"], "group_id": .int(group.id),
        ]
    }

    /// Every project has a namespace of its own, beyond the numbers of groups.
    private static var firstProjectNamespace: Int { 1_000_000 }
}
