import WireFormat

extension World {
    /// A branch as the caller sees it.
    func branch(_ name: String, in project: Project, for caller: Caller) -> JSONValue? {
        guard let repository = repositories[project.id], let tip = repository.heads[name] else { return nil }
        let isDefault = name == project.defaultBranch
        let isProtected = isDefault || repository.protects(name)
        let role = role(of: caller, in: project)
        return [
            "name": .string(name), "commit": repository.commits[tip]?.object ?? .null,
            "merged": .bool(!isDefault && repository.places[tip] != nil), "protected": .bool(isProtected),
            "developers_can_push": false, "developers_can_merge": false,
            "can_push": .bool(role >= (isProtected ? .maintainer : .developer)),
            "default": .bool(isDefault), "web_url": .string("\(project.webURL)/-/tree/\(name)"),
        ]
    }

    func object(_ tag: Tag, in project: Project) -> JSONValue {
        let release = release(ofTag: tag.name, in: project.id)
        return [
            "name": .string(tag.name), "message": .string(tag.message), "target": .string(tag.target),
            "commit": commit(tag.sha, in: project.id)?.object ?? .null,
            "release": release.map { release -> JSONValue in
                ["tag_name": .string(tag.name), "description": release.resource["description"]]
            } ?? .null,
            "protected": .bool(repositories[project.id]?.protects(tag.name) ?? false),
            "created_at": tag.createdAt.map { .string($0.text(offsetMinutes: 0)) } ?? .null,
        ]
    }

    func object(_ release: Release, in project: Project) -> JSONValue {
        var object = release.resource.object
        object["upcoming_release"] = .bool(release.releasedAt > clock)
        let sha = repositories[project.id]?.tags[release.tag]?.sha
        object["commit"] = sha.flatMap { commit($0, in: project.id)?.object } ?? .null
        return object
    }
}
