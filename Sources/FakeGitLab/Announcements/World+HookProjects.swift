import WireFormat

extension World {
    /// A project as hooks show one.
    ///
    /// - Parameter isShort: without the four deprecated addresses, as in bodies of pipelines and jobs.
    func hookProject(_ id: Int, isShort: Bool = false) -> JSONValue {
        guard let project = projects[id] else { return .null }
        let ssh = project.resource["ssh_url_to_repo"]
        let http = project.resource["http_url_to_repo"]
        let object: JSONValue = [
            "id": .int(id), "name": project.resource["name"], "description": project.resource["description"],
            "web_url": project.resource["web_url"], "avatar_url": project.resource["avatar_url"],
            "git_ssh_url": ssh, "git_http_url": http,
            "namespace": project.resource["namespace"]["name"] ?? "",
            "visibility_level": .int(visibilityLevel(of: project)),
            "path_with_namespace": .string(project.path),
            "default_branch": repositories[id]?.heads.isEmpty == true
                ? .null : .string(project.defaultBranch),
            "ci_config_path": project.resource["ci_config_path"],
        ]
        guard !isShort else { return object }
        return object.merging([
            "homepage": project.resource["web_url"], "url": ssh, "ssh_url": ssh, "http_url": http,
        ])
    }

    /// The deprecated twin of a project.
    ///
    /// - Parameter isLong: with the addresses bodies of pushes and jobs add.
    func hookRepository(_ id: Int, isLong: Bool = false) -> JSONValue {
        guard let project = projects[id] else { return .null }
        let object: JSONValue = [
            "name": project.resource["name"], "url": project.resource["ssh_url_to_repo"],
            "description": project.resource["description"], "homepage": project.resource["web_url"],
        ]
        guard isLong else { return object }
        return object.merging([
            "git_http_url": project.resource["http_url_to_repo"],
            "git_ssh_url": project.resource["ssh_url_to_repo"],
            "visibility_level": .int(visibilityLevel(of: project)),
        ])
    }

    private func visibilityLevel(of project: Project) -> Int {
        ["internal": 10, "public": 20][project.visibility] ?? 0
    }
}
