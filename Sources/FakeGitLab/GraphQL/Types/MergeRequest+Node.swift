import WireFormat

extension MergeRequest: GraphQL.Node {
    var typeName: String { "MergeRequest" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        switch field.name {
        case "id": return .id("MergeRequest", id)
        case "iid": return .text(String(iid))
        case "title", "state", "draft", "sourceBranch", "targetBranch", "mergeCommitSha", "userNotesCount",
            "webUrl", "createdAt", "updatedAt":
            return plain(field)
        case "mergedAt": return .time(mergedAt)
        case "author":
            return .optional(user("author").map { person($0, "MergeRequestAuthor") })
        case "mergeUser": return .optional(user("merge_user").map { person($0, "UserCore") })
        case "commitCount": return .number(commits.count)
        case "diffHeadSha": return .json(resource["sha"])
        case "diffStatsSummary": return .node(diffStats(in: execution.world))
        case "headPipeline": return .optional(pipelines.last.flatMap { execution.world.pipelines[$0] })
        case "name": return .json(resource["title"])
        case "webPath": return .text(webPath)
        case "projectId": return .number(parent)
        case "project", "targetProject": return .optional(execution.world.projects[parent])
        case "sourceProject": return .optional(sourceProject.flatMap { execution.project($0) })
        case "milestone":
            return .optional(resource.id(of: "milestone").flatMap { execution.world.milestones[$0] })
        default: return try list(field, execution) ?? status(field, execution)
        }
    }

    private func user(_ key: String) -> Int? { resource.id(of: key) }

    private func person(_ user: Int, _ type: String) -> GraphQL.UserNode {
        GraphQL.UserNode(user, as: type, of: type == "UserCore" ? nil : id)
    }

    /// The commits' counts added up, and the files REST's `changes_count` tells.
    private func diffStats(in world: World) -> GraphQL.DiffStatsNode {
        var additions = 0
        var deletions = 0
        for sha in commits {
            guard let commit = world.commit(sha, in: parent) else { continue }
            additions += commit.additions
            deletions += commit.deletions
        }
        let files = details["changes_count"]?.stringValue.flatMap { Int($0) } ?? changedFiles
        return GraphQL.DiffStatsNode(additions: additions, deletions: deletions, files: files)
    }

    /// The fields that lead to other things; `nil` for any other field.
    private func list(_ field: GraphQL.PlannedField, _ execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value?
    {
        let world = execution.world
        func people(_ users: [Int], _ type: String) throws(GraphQL.Failure) -> GraphQL.Value {
            .node(try GraphQL.Connection(type, users, field, execution) { person($0, type) })
        }
        switch field.name {
        case "assignees": return try people(ids("assignees"), "MergeRequestAssignee")
        case "reviewers": return try people(ids("reviewers"), "MergeRequestReviewer")
        case "approvedBy": return try people(approvals.map(\.user), "UserCore")
        case "participants":
            let all = [author] + ids("assignees") + ids("reviewers") + commenters(in: world)
            return try people(all.unique, "MergeRequestParticipant")
        case "commenters": return try people(commenters(in: world), "UserCore")
        case "committers":
            let users = commits.compactMap { sha in
                execution.user(
                    withEmail: world.commit(sha, in: parent)?.object["committer_email"]?.stringValue)
            }
            return try people(users.unique, "UserCore")
        case "changeRequesters":
            return try people(reviews.filter { $0.state == "requested_changes" }.map(\.user), "UserCore")
        case "resourceLabelEvents":
            let rows = world.labelEvents.rows(in: id)
            return .node(
                try GraphQL.Connection("MergeRequestResourceLabelEvent", rows, field, execution) { $0 })
        case "labels":
            let names = resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
            return .node(try execution.labels(names.compactMap { execution.label($0, in: parent) }, field))
        case "notes":
            return .node(try execution.notes(world.mergeRequestNotes.rows(in: id), field))
        case "discussions":
            return .node(try execution.discussions(world.mergeRequestNotes.rows(in: id), field))
        case "commits", "commitsWithoutMergeCommits":
            let isPlain = field.name == "commits"
            let shas = commits.reversed().filter {
                isPlain || world.commit($0, in: parent)?.parents.count ?? 0 < 2
            }
            return .node(
                try GraphQL.Connection("Commit", shas, field, execution) {
                    GraphQL.CommitNode(sha: $0, project: parent)
                })
        case "pipelines":
            return .node(try execution.pipelines(pipelines.compactMap { world.pipelines[$0] }, field))
        case "timelogs": return .node(try execution.timelogs(world.timelogs.rows(in: id), field))
        default: return nil
        }
    }

    private func ids(_ key: String) -> [Int] {
        resource[key].arrayValue?.compactMap { $0["id"]?.intValue } ?? []
    }

    private func commenters(in world: World) -> [Int] {
        world.mergeRequestNotes.rows(in: id).filter { !$0.isSystem }
            .compactMap { $0.resource.id(of: "author") }.unique
    }

    private func status(_ field: GraphQL.PlannedField, _ execution: GraphQL.Execution) -> GraphQL.Value {
        let world = execution.world
        switch field.name {
        case "approved":
            return .flag(
                world.tier == .free ? !approvals.isEmpty : world.approvalsLeft(of: self) == 0)
        case "approvalsRequired": return .number(world.approvalsRequired(in: parent))
        case "approvalsLeft": return .number(world.approvalsLeft(of: self))
        case "approvalState": return .optional(GraphQL.JSONNode("MergeRequestApprovalState", [:]))
        case "detailedMergeStatus":
            return .text(GraphQL.MergeStatus.word(resource.text("detailed_merge_status")))
        case "diffRefs":
            return .optional(
                GraphQL.JSONNode("DiffRefs", world.single(self, canMerge: false)["diff_refs"] ?? .null))
        case "autoMergeEnabled": return .json(resource["merge_when_pipeline_succeeds"])
        case "mergeOngoing", "subscribed": return .flag(false)
        case "conflicts": return .json(resource["has_conflicts"])
        case "discussionLocked": return .flag(resource["discussion_locked"].boolValue ?? false)
        case "sourceBranchExists": return .flag(exists(sourceBranch, in: world))
        case "targetBranchExists": return .flag(exists(targetBranch, in: world))
        case "timeEstimate", "totalTimeSpent", "humanTimeEstimate", "humanTotalTimeSpent":
            return .json(resource["time_stats"][field.restName] ?? .null)
        case "taskCompletionStatus":
            return .optional(GraphQL.JSONNode("TaskCompletionStatus", resource["task_completion_status"]))
        case "reference":
            let isFull = field.arguments.flag("full") == true
            return .json(resource["references"][isFull ? "full" : "short"] ?? .null)
        case "userDiscussionsCount", "resolvableDiscussionsCount", "resolvedDiscussionsCount":
            return .number(execution.discussionCount(world.mergeRequestNotes.rows(in: id), field.name))
        default: return plain(field)
        }
    }

    private func exists(_ branch: String, in world: World) -> Bool {
        world.repositories[parent]?.heads[branch] != nil
    }
}

extension MergeRequest {
    /// How many files it touches, of which nothing more is known.
    var changedFiles: Int { max(1, commits.count * 2) }
}

extension [Int] {
    /// Each number once, in the order of its first place.
    var unique: [Int] {
        var seen: Set<Int> = []
        return filter { seen.insert($0).inserted }
    }
}
