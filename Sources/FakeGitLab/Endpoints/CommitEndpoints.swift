import WireFormat

/// A repository's commits, without contents.
///
/// <https://docs.gitlab.com/api/commits/>
enum CommitEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/repository/commits") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let since = try call.instant("since")
            let until = try call.instant("until")
            guard let repository = world.repositories[project.id] else { throw .notFound("Repository") }
            let ref = call.request["ref_name"] ?? project.defaultBranch
            var commits: [Commit]
            if call.request.flag("all") {
                commits = repository.newestFirst(Array(repository.commits.keys))
            } else if let found = repository.commits(of: ref, isDefault: ref == project.defaultBranch) {
                commits = found
            } else {
                throw .notFound("Commit")
            }
            if call.request.flag("first_parent") {
                let line = Set(repository.firstParents(from: repository.resolve(ref)))
                commits = commits.filter { line.contains($0.sha) }
            }
            commits = commits.filter { commit in
                (since.map { commit.committedAt >= $0 } ?? true)
                    && (until.map { commit.committedAt <= $0 } ?? true)
            }
            if let author = call.request["author"]?.lowercased() {
                commits = commits.filter { commit in
                    ["author_name", "author_email"].contains {
                        commit.object[$0]?.stringValue?.lowercased().contains(author) == true
                    }
                }
            }
            if try call.word("order", among: ["default", "topo"], default: "default") == "topo" {
                commits = repository.topological(commits)
            }
            let withStats = call.request.flag("with_stats")
            return try call.page(commits, counts: false) { commit in
                var object = commit.object
                if withStats { object["stats"] = commit.stats }
                return object.serialized()
            }
        },
        Route("projects/:id/repository/commits/:sha") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let sha = call.path("sha")
            let full = world.repositories[project.id]?.resolve(sha)
            guard let commit = full.flatMap({ world.commit($0, in: project.id) }) else {
                throw .notFound("Commit")
            }
            var object = commit.object
            if call.request["stats"] != "false" { object["stats"] = commit.stats }
            let pipeline = world.pipelines.rows(in: project.id).last { $0.sha == commit.sha }
            return Answer(
                object.merging([
                    "status": .text(pipeline?.status), "project_id": .int(project.id),
                    "last_pipeline": pipeline?.basic ?? .null,
                ]))
        },
        Route("projects/:id/repository/commits/:sha/refs") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let type = try call.word("type", among: ["branch", "tag", "all"], default: "all")
            guard let repository = world.repositories[project.id],
                let sha = repository.resolve(call.path("sha"))
            else { throw .notFound("Commit") }
            func refs(_ kind: String, _ tips: [String: String]) -> [JSONValue] {
                guard type == kind || type == "all" else { return [] }
                return repository.holders(of: sha, among: tips).map {
                    ["type": .string(kind), "name": .string($0)]
                }
            }
            let all = refs("branch", repository.heads) + refs("tag", repository.tags.mapValues(\.sha))
            return try call.page(all) { $0.serialized() }
        },
        Route("projects/:id/repository/commits/:sha/merge_requests") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let sha = world.repositories[project.id]?.resolve(call.path("sha")) ?? ""
            let rows = world.mergeRequests.rows(in: project.id).filter { row in
                row.commits.contains(sha) || (row.mergedAt != nil && row.landedSHA == sha)
                    || row.resource.text("squash_commit_sha") == sha
            }
            return try call.page(rows.map(\.id)) { world.mergeRequests.serialized($0) }
        },
    ]
}
