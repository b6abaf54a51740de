import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#wiki-page-events>
extension World {
    /// Writes, changes or deletes a page of a project's wiki. The world keeps no pages: only hooks hear of it, with the
    /// page's text, which clients of metrics must not keep.
    ///
    /// - Parameter action: `create`, `update` or `delete`.
    public mutating func editWiki(
        _ title: String, content: String, in project: Int, by user: Int, action: String = "create"
    ) throws(WorldError) {
        let home = try self.project(project)
        announce { world in
            let slug = title.lowercased().replacing(" ", with: "-")
            let version = SHA1.hex("wiki \(project) \(title) \(world.clock.microseconds)")
            let ssh = home.resource.text("ssh_url_to_repo")?.replacing(".git", with: ".wiki.git") ?? ""
            let http = home.resource.text("http_url_to_repo")?.replacing(".git", with: ".wiki.git") ?? ""
            return world.announcement(
                "Wiki Page Hook", "wiki_page_events", in: project,
                [
                    "object_kind": "wiki_page", "user": world.hookUser(user),
                    "project": world.hookProject(project),
                    "wiki": [
                        "web_url": .string("\(home.webURL)/-/wikis/home"), "git_ssh_url": .string(ssh),
                        "git_http_url": .string(http),
                        "path_with_namespace": .string("\(home.path).wiki"), "default_branch": "main",
                    ],
                    "object_attributes": [
                        "title": .string(title), "content": .string(content), "format": "markdown",
                        "message": .string("\(action) \(title)"), "slug": .string(slug),
                        "url": .string("\(home.webURL)/-/wikis/\(slug)"), "action": .string(action),
                        "diff_url": .string("\(home.webURL)/-/wikis/\(slug)/diff?version_id=\(version)"),
                        "version_id": .string(version),
                    ],
                ])
        }
    }
}
