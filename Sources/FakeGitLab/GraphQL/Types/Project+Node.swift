import WireFormat

extension Project: GraphQL.Node {
    var typeName: String { "Project" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "id": return .id("Project", id)
        case "fullPath": return .text(path)
        case "webPath": return .text(webPath)
        case "updatedAt": return .time(resource.updatedAt)
        case "group": return .optional(execution.group(group))
        case "openMergeRequestsCount":
            return .number(world.mergeRequests.rows(in: id).filter(\.isOpen).count)
        case "mergeRequest":
            let iid = field.arguments.text("iid").flatMap { Int($0) }
            return .optional(
                iid.flatMap { world.mergeRequests.id(iid: $0, in: id) }.flatMap { world.mergeRequests[$0] })
        case "mergeRequests": return .node(try execution.mergeRequests(of: [id], field))
        case "issue":
            let iid = field.arguments.text("iid").flatMap { Int($0) }
            return .optional(iid.flatMap { world.issues.id(iid: $0, in: id) }.flatMap { execution.issue($0) })
        case "issues": return .node(try execution.issues(of: [id], field))
        case "labels": return .node(try execution.labels(world.labels(in: id), field))
        case "milestones": return .node(try execution.milestones(world.milestones(in: id), field))
        case "timelogs": return .node(try execution.timelogs(of: [id], field))
        case "projectMembers": return .node(try execution.members(of: self, field))
        default: return execution.readsDelivery(of: self) ? try delivery(field, execution) : withheld(field)
        }
    }

    /// What needs a reporter in a private project.
    private func delivery(_ field: GraphQL.PlannedField, _ execution: GraphQL.Execution) throws(GraphQL
        .Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "pipelines":
            // Child pipelines show only to those who ask for them.
            let rows = world.pipelines.rows(in: id).filter {
                $0.resource.text("source") != "parent_pipeline"
                    || field.arguments.text("source") == "parent_pipeline"
            }
            return .node(try execution.pipelines(rows, field))
        case "pipeline":
            let arguments = field.arguments
            return .optional(
                world.pipelines.rows(in: id).last { row in
                    if let number = arguments.id("id") { return row.id == number }
                    if let iid = arguments.text("iid") { return String(row.iid) == iid }
                    return arguments.text("sha").map { row.sha == $0 } ?? false
                })
        case "jobs":
            try execution.admit(field, limit: 1)
            let rows = world.jobs.ids(inProject: id).compactMap { world.jobs[$0] }
            return .node(try execution.jobs(rows, isAscending: false, field))
        case "dora":
            let reads = world.role(of: execution.caller, in: self) >= .reporter
            return .optional(reads ? GraphQL.DoraNode(typeName: "Dora", projects: [id]) : nil)
        case "environments":
            try execution.admit(field, limit: 1)
            return .node(try execution.environments(of: self, field))
        case "environment":
            return .optional(execution.environments(of: self, matching: field.arguments).first)
        case "deployment":
            let iid = field.arguments.text("iid").flatMap { Int($0) }
            return .optional(
                iid.flatMap { world.deployments.id(iid: $0, in: id) }.flatMap { world.deployments[$0] })
        case "release":
            let tag = field.arguments.text("tagName")
            return .optional(world.releases.rows(in: id).first { $0.tag == tag })
        case "releases": return .node(try execution.releases(world.releases.rows(in: id), field))
        case "repository": return .node(GraphQL.RepositoryNode(project: self))
        default: return plain(field)
        }
    }

    /// A field of the project itself stays readable whatever the role.
    private func withheld(_ field: GraphQL.PlannedField) -> GraphQL.Value {
        resource.object[field.restName] == nil ? .null : plain(field)
    }
}
