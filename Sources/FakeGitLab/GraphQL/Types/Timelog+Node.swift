import WireFormat

extension Timelog: GraphQL.Node {
    var typeName: String { "Timelog" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        switch field.name {
        case "id": return .id("Timelog", id)
        case "spentAt": return .time(spentAt)
        case "timeSpent": return .number(seconds)
        case "summary": return .text(summary)
        case "user": return .node(GraphQL.UserNode(user, as: "UserCore"))
        case "project": return .optional(execution.project(project))
        case "mergeRequest":
            guard case .mergeRequest(let id) = noteable else { return .null }
            return .optional(execution.mergeRequest(id))
        case "issue":
            guard case .issue(let id) = noteable else { return .null }
            return .optional(execution.issue(id))
        default: return .null
        }
    }
}

extension GraphQL.Execution {
    /// What was booked in projects, as the field's arguments choose it.
    func timelogs(of projects: [Int], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let places = Set(projects)
        let arguments = field.arguments
        let project = arguments.id("projectId")
        let from = arguments.instant("startTime") ?? arguments.instant("startDate")
        let to = arguments.instant("endTime") ?? arguments.instant("endDate").map { $0 + 86_399 }
        let rows = world.timelogs.ids.compactMap { world.timelogs[$0] }.filter { row in
            guard places.contains(row.project), project.map({ $0 == row.project }) ?? true else {
                return false
            }
            if let name = arguments.text("username"), world.username(row.user) != name { return false }
            return (from.map { row.spentAt >= $0 } ?? true) && (to.map { row.spentAt <= $0 } ?? true)
        }
        return try timelogs(rows, field)
    }

    func timelogs(_ rows: [Timelog], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let word = (field.arguments.text("sort") ?? "SPENT_AT_ASC").lowercased()
        let sorting = GraphQL.Connection.Sorting(
            column: word.split(separator: "_").dropLast().joined(separator: "_"),
            isAscending: word.hasSuffix("_asc"))
        var connection = try connection("Timelog", rows, sorting, field) { row in
            switch sorting.column {
            case "spent_at": .moment(row.spentAt)
            case "time_spent": .number(Int64(row.seconds))
            default: .moment(row.resource.createdAt)
            }
        }
        connection.sums["totalSpentTime"] = .json(.int(rows.map(\.seconds).reduce(0, +)))
        return connection
    }
}
