import WireFormat

/// A release: what the tag's page says of it. Whether it is upcoming, and the commit, are looked up when it is served.
struct Release: Stored {
    var resource: Resource

    var tag: String { resource.text("tag_name") ?? "" }
    var releasedAt: Instant { resource.object.instant("released_at") ?? resource.createdAt }

    init(resource: Resource) { self.resource = resource }

    init(
        id: Int, project: Project, tag: String, sha: String, name: String?, description: String?,
        author: JSONValue, releasedAt: Instant, now: Instant
    ) {
        let page = "\(project.webURL)/-/releases/\(tag)"
        let archive = "\(project.webURL)/-/archive/\(tag)/\(project.resource.text("path") ?? "")-\(tag)"
        let sources = ["zip", "tar.gz", "tar.bz2", "tar"].map { format -> JSONValue in
            ["format": .string(format), "url": .string("\(archive).\(format)")]
        }
        resource = Resource(
            id: id, parent: project.id, createdAt: now,
            object: [
                "tag_name": .string(tag), "description": .text(description), "name": .string(name ?? tag),
                "created_at": .moment(now), "released_at": .moment(releasedAt), "upcoming_release": false,
                "author": author, "commit": nil, "milestones": [],
                "commit_path": .string("/\(project.path)/-/commit/\(sha)"),
                "tag_path": .string("/\(project.path)/-/tags/\(tag)"),
                "assets": ["count": .int(sources.count), "sources": .array(sources), "links": []],
                "evidences": [],
                "_links": [
                    "closed_issues_url": .string(
                        "\(project.webURL)/-/issues?release_tag=\(tag)&scope=all&state=closed"),
                    "edit_url": .string("\(page)/edit"),
                    "merged_merge_requests_url": .string(
                        "\(project.webURL)/-/merge_requests?release_tag=\(tag)&scope=all&state=merged"),
                    "self": .string(page),
                ],
            ])
    }
}
