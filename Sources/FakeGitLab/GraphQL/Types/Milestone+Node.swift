import WireFormat

extension Milestone: GraphQL.Node {
    var typeName: String { "Milestone" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        switch field.name {
        case "id": .id("Milestone", id)
        case "iid": .text(String(iid))
        case "dueDate", "startDate": .time(resource.object.instant(field.restName))
        case "projectMilestone": .flag(project != nil)
        case "groupMilestone": .flag(group != nil)
        case "subgroupMilestone": .flag(group.map { execution.world.groups[$0]?.parentGroup != nil } ?? false)
        case "webPath": .text(webPath)
        case "createdAt": .time(resource.createdAt)
        case "updatedAt": .time(resource.updatedAt)
        default: plain(field)
        }
    }
}

extension GraphQL.Execution {
    func milestones(_ rows: [Milestone], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let arguments = field.arguments
        let ids = arguments.ids("ids")
        let search = arguments.text("searchTitle")?.lowercased()
        let chosen = rows.filter { row in
            if let ids, !ids.contains(row.id) { return false }
            if let state = arguments.text("state"), row.state != state { return false }
            if let title = arguments.text("title"), row.title != title { return false }
            return search.map { row.title.lowercased().contains($0) } ?? true
        }
        let word = (arguments.text("sort") ?? "DUE_DATE_ASC").lowercased()
        let isAscending = word.hasSuffix("_asc")
        let column =
            word.hasPrefix("due") ? "due_date" : word.hasPrefix("created") ? "created_at" : "updated_at"
        return try connection("Milestone", chosen, .init(column: column, isAscending: isAscending), field) {
            row in
            guard column == "due_date" else { return row.key(column) }
            return .number(
                row.resource.object.instant("due_date")?.microseconds ?? (isAscending ? .max : .min))
        }
    }
}
