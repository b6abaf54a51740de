import WireFormat

extension Pipeline: GraphQL.Node {
    var typeName: String { "Pipeline" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        if let known = details[field.restName], !known.isNull, field.shape.isLeaf { return .json(known) }
        switch field.name {
        case "startedAt": return .time(startedAt)
        case "finishedAt": return .time(finishedAt)
        case "duration": return .number(isFinished ? workedSeconds : nil)
        case "coverage": return .text(coverage)
        case "id": return .id("Ci::Pipeline", id)
        case "iid": return .text(String(iid))
        case "status", "ref", "source", "sha", "createdAt", "updatedAt", "name": return plain(field)
        case "complete": return .flag(isFinished)
        case "active": return .flag(!isFinished)
        case "user":
            let person = details["user"]?["id"]?.intValue ?? user
            return .optional(person.map { GraphQL.UserNode($0, as: "UserCore") })
        case "commit": return .node(GraphQL.CommitNode(sha: sha, project: parent))
        case "project": return .optional(execution.project(parent))
        case "jobs":
            return .node(try execution.jobs(world.jobs.rows(ofPipeline: id), isAscending: true, field))
        case "totalJobs": return .number(world.jobs.ids(ofPipeline: id).count)
        case "failedJobsCount":
            return .number(
                world.jobs.rows(ofPipeline: id).filter { $0.status == "failed" && !$0.isRetried }.count)
        case "path":
            return .text(world.projects[parent].map { "/\($0.path)/-/pipelines/\(id)" })
        case "latest":
            return .flag(world.pipelines.rows(in: parent).last { $0.sha == sha && $0.ref == ref }?.id == id)
        default: return .json(world.single(self)[field.restName] ?? .null)
        }
    }
}

extension GraphQL.Execution {
    /// Pipelines, newest first, as the field's arguments choose them.
    func pipelines(_ rows: [Pipeline], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let arguments = field.arguments
        let updated = GraphQL.Span(arguments, "updated")
        let ids = arguments.ids("ids")
        let status = arguments.text("status")?.lowercased()
        let running: Set = ["running", "pending", "created", "preparing", "waiting_for_resource"]
        let chosen = rows.filter { row in
            if let ids, !ids.contains(row.id) { return false }
            if let status, row.status != status { return false }
            if let ref = arguments.text("ref"), row.ref != ref { return false }
            if let sha = arguments.text("sha"), row.sha != sha { return false }
            if let source = arguments.text("source"), row.resource.text("source") != source { return false }
            if let name = arguments.text("username"), row.user.map({ world.username($0) }) != name {
                return false
            }
            switch arguments.text("scope") {
            case "RUNNING" where row.status != "running": return false
            case "PENDING" where row.status != "pending": return false
            case "FINISHED" where running.contains(row.status): return false
            case "TAGS" where world.repositories[row.parent]?.heads[row.ref] != nil: return false
            default: return updated.admits(row.resource.updatedAt)
            }
        }
        return try connection("Pipeline", chosen, .init(column: "id", isAscending: false), field) {
            .number(Int64($0.id))
        }
    }
}
