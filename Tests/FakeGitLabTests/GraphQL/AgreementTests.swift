import FakeGitLab
import Foundation
import Testing
import WireFormat

/// What both APIs know, they tell alike: a field of GraphQL against REST's, object by object.
@Suite("GraphQL and REST")
struct AgreementTests {
    /// REST's value as GraphQL writes it: times in whole seconds.
    static func seconds(_ value: JSONValue?) -> JSONValue {
        guard let text = value?.stringValue else { return .null }
        return .string("\(text.prefix(19))Z")
    }

    static func id(_ kind: String, _ value: JSONValue?) -> JSONValue {
        value?.intValue.map { .string("gid://gitlab/\(kind)/\($0)") } ?? .null
    }

    static func text(_ value: JSONValue?) -> JSONValue {
        value?.intValue.map { .string(String($0)) } ?? .null
    }

    static func upper(_ value: JSONValue?) -> JSONValue {
        value?.stringValue.map { .string($0.uppercased()) } ?? .null
    }

    static func ids(_ kind: String, _ value: JSONValue?) -> JSONValue {
        .array((value?.arrayValue ?? []).map { ["id": id(kind, $0["id"])] })
    }

    static let seeds: [UInt64] = [7, 11]

    private func path(_ inquirer: Inquirer) throws -> JSONValue {
        try inquirer.json("projects/1")["path_with_namespace"] ?? .null
    }

    /// Every row of a connection of project 1.
    private func rows(_ connection: String, _ fields: String, _ inquirer: Inquirer) throws -> [JSONValue] {
        var result: [JSONValue] = []
        var after: JSONValue = .null
        let name = connection.prefix { $0 != "(" }
        let arguments = connection.dropFirst(name.count).dropFirst().dropLast()
        repeat {
            let data = try inquirer.data(
                """
                query Rows($p: ID!, $a: String) { project(fullPath: $p) {
                  list: \(name)(first: 20, after: $a \(arguments)) { nodes { \(fields) } pageInfo { hasNextPage endCursor } }
                } }
                """, ["p": try path(inquirer), "a": after])
            let list = data["project", "list"]
            result += list?["nodes"]?.arrayValue ?? []
            after = list?["pageInfo", "hasNextPage"] == true ? list?["pageInfo", "endCursor"] ?? .null : .null
        } while !after.isNull
        return result
    }

    @Test("merge requests", arguments: seeds)
    func mergeRequests(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed)
        let fields = """
            id iid title state draft createdAt updatedAt mergedAt closedAt preparedAt sourceBranch targetBranch webUrl
            commitCount userNotesCount diffHeadSha mergeCommitSha squash squashOnMerge detailedMergeStatus upvotes
            downvotes sourceProjectId targetProjectId projectId approved approvalsRequired approvalsLeft timeEstimate
            totalTimeSpent reference(full: true) discussionLocked conflicts author { id } mergeUser { id }
            milestone { id }
            reviewers { nodes { id } } assignees { nodes { id } } approvedBy { nodes { id } } labels { nodes { title } }
            headPipeline { id } diffStatsSummary { additions deletions changes fileCount }
            """
        for node in try rows("mergeRequests(sort: CREATED_ASC)", fields, inquirer) {
            let iid = try #require(node["iid"]?.stringValue)
            let rest = try inquirer.json("projects/1/merge_requests/\(iid)")
            let approvals = try inquirer.json("projects/1/merge_requests/\(iid)/approvals")
            let commits = try inquirer.all("projects/1/merge_requests/\(iid)/commits?per_page=100")
            let stats = try commits.map {
                try inquirer.json("projects/1/repository/commits/\($0["id"]?.stringValue ?? "")")["stats"]
            }
            let additions = stats.compactMap { $0?["additions"]?.intValue }.reduce(0, +)
            let deletions = stats.compactMap { $0?["deletions"]?.intValue }.reduce(0, +)
            let files = rest["changes_count"]?.stringValue.flatMap { Int($0) }
            let status = rest["detailed_merge_status"]
            let expected: JSONValue = [
                "id": Self.id("MergeRequest", rest["id"]), "iid": Self.text(rest["iid"]),
                "title": rest["title"] ?? .null, "state": rest["state"] ?? .null,
                "draft": rest["draft"] ?? .null,
                "createdAt": Self.seconds(rest["created_at"]), "updatedAt": Self.seconds(rest["updated_at"]),
                "mergedAt": Self.seconds(rest["merged_at"]), "closedAt": Self.seconds(rest["closed_at"]),
                "preparedAt": Self.seconds(rest["prepared_at"]),
                "sourceBranch": rest["source_branch"] ?? .null,
                "targetBranch": rest["target_branch"] ?? .null, "webUrl": rest["web_url"] ?? .null,
                "commitCount": .int(commits.count), "userNotesCount": rest["user_notes_count"] ?? .null,
                "diffHeadSha": rest["sha"] ?? .null, "mergeCommitSha": rest["merge_commit_sha"] ?? .null,
                "squash": rest["squash"] ?? .null, "squashOnMerge": rest["squash_on_merge"] ?? .null,
                "detailedMergeStatus": Self.upper(status), "upvotes": rest["upvotes"] ?? .null,
                "downvotes": rest["downvotes"] ?? .null,
                "sourceProjectId": rest["source_project_id"] ?? .null,
                "targetProjectId": rest["target_project_id"] ?? .null,
                "projectId": rest["project_id"] ?? .null,
                "approved": approvals["approved"] ?? .null,
                "approvalsRequired": approvals["approvals_required"] ?? .null,
                "approvalsLeft": approvals["approvals_left"] ?? .null,
                "timeEstimate": rest["time_stats", "time_estimate"] ?? .null,
                "totalTimeSpent": rest["time_stats", "total_time_spent"] ?? .null,
                "reference": rest["references", "full"] ?? .null, "discussionLocked": false,
                "conflicts": rest["has_conflicts"] ?? .null,
                "author": ["id": Self.id("User", rest["author", "id"])],
                "mergeUser": rest["merge_user"] == .null
                    ? .null : ["id": Self.id("User", rest["merge_user", "id"])],
                "milestone": rest["milestone"] == .null
                    ? .null : ["id": Self.id("Milestone", rest["milestone", "id"])],
                "reviewers": ["nodes": Self.ids("User", rest["reviewers"])],
                "assignees": ["nodes": Self.ids("User", rest["assignees"])],
                "approvedBy": [
                    "nodes": .array(
                        (approvals["approved_by"]?.arrayValue ?? []).map {
                            ["id": Self.id("User", $0["user", "id"])]
                        })
                ],
                "labels": [
                    "nodes": .array(
                        (rest["labels"]?.arrayValue?.compactMap(\.stringValue) ?? []).sorted().map {
                            ["title": .string($0)]
                        })
                ],
                "headPipeline": rest["head_pipeline"] == .null
                    ? .null : ["id": Self.id("Ci::Pipeline", rest["head_pipeline", "id"])],
                "diffStatsSummary": [
                    "additions": .int(additions), "deletions": .int(deletions),
                    "changes": .int(additions + deletions),
                    "fileCount": JSONValue(files),
                ],
            ]
            for member in expected.objectValue ?? [:] {
                #expect(node[member.key] == member.value, "!\(iid).\(member.key)")
            }
        }
    }

    @Test("notes and threads", arguments: seeds)
    func notes(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed)
        let fields = """
            iid notes { nodes { id body system createdAt updatedAt resolvable resolved internal author { id } discussion { id } } }
            discussions { nodes { id resolvable notes { nodes { id } } } }
            """
        for node in try rows("mergeRequests(sort: CREATED_ASC)", fields, inquirer) {
            let iid = node["iid"]?.stringValue ?? ""
            let rest = try inquirer.all("projects/1/merge_requests/\(iid)/notes?sort=asc&per_page=100")
            let nodes = node["notes", "nodes"]?.arrayValue ?? []
            #expect(nodes.count == rest.count)
            for (note, other) in zip(nodes, rest) {
                #expect(note["id"] == Self.id(other["type"]?.stringValue ?? "Note", other["id"]))
                for (key, name) in [
                    ("body", "body"), ("system", "system"), ("internal", "internal"),
                    ("resolvable", "resolvable"),
                ] {
                    #expect(note[key] == other[name])
                }
                #expect(note["createdAt"] == Self.seconds(other["created_at"]))
                #expect(note["updatedAt"] == Self.seconds(other["updated_at"]))
                #expect(note["author", "id"] == Self.id("User", other["author", "id"]))
                #expect(note["resolved"]?.boolValue == other["resolved"]?.boolValue ?? false)
            }
            let inThreads = (node["discussions", "nodes"]?.arrayValue ?? []).flatMap {
                $0["notes", "nodes"]?.arrayValue ?? []
            }
            #expect(Set(inThreads.map { $0["id"] }) == Set(nodes.map { $0["id"] }))
            #expect(inThreads.count == nodes.count)
        }
    }

    @Test("pipelines with their jobs", arguments: seeds)
    func pipelines(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed)
        let fields = """
            id iid status ref sha source createdAt updatedAt startedAt finishedAt duration coverage user { id } totalJobs
            jobs(first: 20) { nodes { id name status startedAt finishedAt stage { name } allowFailure retried } }
            """
        for node in try rows("pipelines()", fields, inquirer).prefix(40) {
            let id = node["id"]?.stringValue?.split(separator: "/").last ?? ""
            let rest = try inquirer.json("projects/1/pipelines/\(id)")
            for (key, name) in [
                ("ref", "ref"), ("sha", "sha"), ("source", "source"), ("duration", "duration"),
            ] {
                #expect(node[key] == rest[name])
            }
            #expect(node["status"] == Self.upper(rest["status"]))
            for (key, name) in [
                ("createdAt", "created_at"), ("updatedAt", "updated_at"), ("startedAt", "started_at"),
                ("finishedAt", "finished_at"),
            ] {
                #expect(node[key] == Self.seconds(rest[name]))
            }
            #expect(node["coverage"]?.doubleValue == rest["coverage"]?.stringValue.flatMap { Double($0) })
            #expect(node["user", "id"] ?? .null == Self.id("User", rest["user", "id"]))
            let jobs = try inquirer.all("projects/1/pipelines/\(id)/jobs?include_retried=true&per_page=100")
            let builds = (node["jobs", "nodes"]?.arrayValue ?? []).filter {
                $0["id"]?.stringValue?.contains("Build") == true
            }
            #expect(Set(builds.map { $0["id"] ?? .null }) == Set(jobs.map { Self.id("Ci::Build", $0["id"]) }))
            for job in jobs {
                let build = builds.first { $0["id"] == Self.id("Ci::Build", job["id"]) }
                #expect(build?["name"] == job["name"])
                #expect(build?["status"] == Self.upper(job["status"]))
                #expect(build?["finishedAt"] == Self.seconds(job["finished_at"]))
                #expect(build?["stage", "name"] == job["stage"])
            }
        }
    }

    @Test("environments and their deployments; only GraphQL knows when one finished", arguments: seeds)
    func deployments(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed)
        for environment in try inquirer.all("projects/1/environments") {
            let name = environment["name"] ?? .null
            let data = try inquirer.data(
                """
                query D($p: ID!, $n: String) { project(fullPath: $p) { environment(name: $n) {
                  id name tier state createdAt updatedAt
                  deployments(first: 100, orderBy: {createdAt: ASC}) { nodes { id iid status sha ref createdAt updatedAt finishedAt triggerer { id } job { id } } }
                } } }
                """, ["p": try path(inquirer), "n": name])
            let node = data["project", "environment"]
            #expect(node?["id"] == Self.id("Environment", environment["id"]))
            #expect(node?["tier"] == Self.upper(environment["tier"]))
            #expect(node?["state"] == environment["state"])
            let rest = try inquirer.all(
                "projects/1/deployments?environment=\(name.stringValue ?? "")&order_by=created_at&per_page=100"
            )
            let rows = node?["deployments", "nodes"]?.arrayValue ?? []
            #expect(rows.count == min(100, rest.count))
            for (row, other) in zip(rows, rest) {
                #expect(row["id"] == Self.id("Deployment", other["id"]))
                #expect(row["status"] == Self.upper(other["status"]))
                #expect(row["sha"] == other["sha"])
                #expect(row["createdAt"] == Self.seconds(other["created_at"]))
                #expect(row["updatedAt"] == Self.seconds(other["updated_at"]))
                #expect(row["triggerer", "id"] ?? .null == Self.id("User", other["user", "id"]))
                let finish = inquirer.fake.world.finishDate(ofDeployment: other["id"]?.intValue ?? 0)
                #expect((row["finishedAt"] == .null) == (finish == nil))
            }
        }
    }

    @Test("issues, labels, milestones and releases", arguments: seeds)
    func planning(seed: UInt64) throws {
        let inquirer = try Inquirer.small(seed: seed)
        let fields = """
            id iid title state type severity createdAt updatedAt closedAt dueDate weight confidential userNotesCount
            timeEstimate totalTimeSpent author { id } assignees { nodes { id } } labels { nodes { title } } milestone { id title }
            timelogs { totalSpentTime nodes { timeSpent spentAt user { id } } }
            """
        let nodes = try rows("issues(sort: CREATED_ASC)", fields, inquirer)
        #expect(nodes.count == (try inquirer.all("projects/1/issues").count))
        for node in nodes {
            let rest = try inquirer.json("projects/1/issues/\(node["iid"]?.stringValue ?? "")")
            for (key, name) in [
                ("title", "title"), ("state", "state"), ("weight", "weight"),
                ("confidential", "confidential"), ("userNotesCount", "user_notes_count"),
            ] {
                #expect(node[key] == rest[name], "\(key)")
            }
            #expect(node["type"] == Self.upper(rest["issue_type"]))
            #expect(node["severity"] == rest["severity"])
            #expect(node["closedAt"] == Self.seconds(rest["closed_at"]))
            #expect(node["updatedAt"] == Self.seconds(rest["updated_at"]))
            #expect(node["dueDate"]?.stringValue?.prefix(10) == rest["due_date"]?.stringValue?.prefix(10))
            #expect(node["author", "id"] == Self.id("User", rest["author", "id"]))
            #expect(node["assignees", "nodes"] == Self.ids("User", rest["assignees"]))
            #expect(node["totalTimeSpent"] == rest["time_stats", "total_time_spent"])
            let sum = (node["timelogs", "nodes"]?.arrayValue ?? []).compactMap { $0["timeSpent"]?.intValue }
                .reduce(0, +)
            #expect(node["timelogs", "totalSpentTime"] == .string(String(sum)))
            #expect(sum == rest["time_stats", "total_time_spent"]?.intValue)
        }
        for (connection, path, kind) in [
            ("labels()", "labels", "Label"),
            ("milestones()", "milestones?include_ancestors=true", "Milestone"),
        ] {
            let ids = try rows(connection, "id title", inquirer).compactMap {
                $0["id"]?.stringValue?.split(separator: "/").last.flatMap { Int($0) }
            }
            let rest = try inquirer.all("projects/1/\(path)").compactMap { $0["id"]?.intValue }
            #expect(Set(ids) == Set(rest), "\(kind)")
        }
        let releases = try rows(
            "releases(sort: RELEASED_AT_DESC)", "tagName name releasedAt upcomingRelease commit { sha }",
            inquirer)
        let rest = try inquirer.all("projects/1/releases")
        #expect(releases.map { $0["tagName"] } == rest.map { $0["tag_name"] })
        #expect(releases.map { $0["releasedAt"] } == rest.map { Self.seconds($0["released_at"]) })
        #expect(releases.map { $0["upcomingRelease"] } == rest.map { $0["upcoming_release"] })
        #expect(releases.map { $0["commit", "sha"] } == rest.map { $0["commit", "id"] })
    }
}
