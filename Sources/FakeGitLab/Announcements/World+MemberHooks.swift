import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#group-member-events>,
/// <https://docs.gitlab.com/administration/system_hooks/>
extension World {
    /// Tells of a member of a group: its hooks, with Premium, and those of the instance.
    ///
    /// - Parameters:
    ///   - event: `user_add_to_group`, `user_update_for_group` …
    ///   - isForGroups: whether hooks of groups have it.
    ///   - isForInstance: whether hooks of the instance have it.
    mutating func announce(
        _ event: String, _ member: Member, ofGroup id: Int, isForGroups: Bool = true,
        isForInstance: Bool = true
    ) {
        announce { world in
            guard isForGroups, world.tier >= .premium, let group = world.groups[id] else { return nil }
            let body = world.hookMember(event, member).merging(world.naming(group)).merging([
                "group_access": .string(member.access.title), "group_plan": nil,
                "expires_at": .text(member.expiresAt.map { "\($0)T00:00:00Z" }),
            ])
            return Announcement(
                trigger: "member_events", header: "Member Hook", group: id, body: body, at: world.clock)
        }
        announce { world in
            guard isForInstance, let group = world.groups[id] else { return nil }
            return world.announcement(
                system: world.hookMember(event, member).merging(world.naming(group)).merging([
                    "group_access": .string(member.access.title)
                ]))
        }
    }

    /// Tells the instance's hooks of a member of a project.
    ///
    /// - Parameter event: `user_add_to_team`, `user_update_for_team` …
    mutating func announce(_ event: String, _ member: Member, ofProject id: Int) {
        announce { world in
            guard let project = world.projects[id] else { return nil }
            return world.announcement(
                system: world.hookMember(event, member).merging([
                    "access_level": .string(member.access.title), "project_id": .int(id),
                    "project_name": project.resource["name"], "project_path": project.resource["path"],
                    "project_path_with_namespace": .string(project.path),
                    "project_visibility": .string(project.visibility),
                ]))
        }
    }

    private func hookMember(_ event: String, _ member: Member) -> JSONValue {
        let user = basic(member.user)
        return [
            "created_at": .isoMoment(member.createdAt), "updated_at": .isoMoment(clock),
            "event_name": .string(event), "user_email": .string(hookEmail(member.user)),
            "user_name": user["name"] ?? "", "user_username": user["username"] ?? "",
            "user_id": .int(member.user),
        ]
    }

    private func naming(_ group: Group) -> JSONValue {
        [
            "group_id": .int(group.id), "group_name": group.resource["name"],
            "group_path": group.resource["path"],
        ]
    }
}
