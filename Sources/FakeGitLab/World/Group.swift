import WireFormat

/// A group or subgroup.
struct Group: Stored {
    var resource: Resource

    var fullPath: String { resource.text("full_path") ?? "" }
    var visibility: String { resource.text("visibility") ?? "private" }
    var parentGroup: Int? { resource["parent_id"].intValue }

    /// What a project's `namespace` shows of it.
    var namespace: JSONValue {
        [
            "id": .int(id), "name": resource["name"], "path": resource["path"], "kind": "group",
            "full_path": resource["full_path"], "parent_id": resource["parent_id"], "avatar_url": nil,
            "web_url": resource["web_url"],
        ]
    }

    init(resource: Resource) { self.resource = resource }

    init(
        id: Int, path: String, name: String, parent: Group?, visibility: String, createdAt: Instant,
        host: String
    ) {
        let fullPath = parent.map { "\($0.fullPath)/\(path)" } ?? path
        let fullName = parent.flatMap { $0.resource.text("full_name") }.map { "\($0) / \(name)" } ?? name
        let maintainers: JSONValue = [["access_level": 40]]
        resource = Resource(
            id: id, parent: parent?.id ?? 0, createdAt: createdAt,
            object: [
                "id": .int(id), "name": .string(name), "path": .string(path), "description": "",
                "visibility": .string(visibility), "avatar_url": nil,
                "web_url": .string("\(host)/groups/\(fullPath)"), "request_access_enabled": true,
                "full_name": .string(fullName), "full_path": .string(fullPath),
                "file_template_project_id": nil,
                "parent_id": .number(parent?.id), "archived": false, "organization_id": 1,
                "share_with_group_lock": false, "require_two_factor_authentication": false,
                "two_factor_grace_period": 48, "project_creation_level": "developer",
                "auto_devops_enabled": nil, "subgroup_creation_level": "maintainer", "emails_disabled": false,
                "emails_enabled": true, "mentions_disabled": nil, "lfs_enabled": true, "default_branch": nil,
                "default_branch_protection": 2,
                "default_branch_protection_defaults": [
                    "allowed_to_push": maintainers, "allow_force_push": false,
                    "allowed_to_merge": maintainers,
                ],
                "created_at": .moment(createdAt), "marked_for_deletion_on": nil, "ldap_cn": nil,
                "ldap_access": nil, "wiki_access_level": "enabled",
            ])
    }
}
