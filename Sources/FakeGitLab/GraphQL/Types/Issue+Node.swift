import WireFormat

extension Issue: GraphQL.Node {
    var typeName: String { "Issue" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "id": return .id("Issue", id)
        case "iid": return .text(String(iid))
        case "author":
            return .node(GraphQL.UserNode(resource.id(of: "author") ?? World.ghost, as: "UserCore"))
        case "type": return .json(resource["issue_type"])
        case "dueDate": return day("due_date")
        case "assignees":
            let users = resource["assignees"].arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            return .node(
                try GraphQL.Connection("UserCore", users, field, execution) {
                    GraphQL.UserNode($0, as: "UserCore")
                })
        case "labels":
            let names = resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
            return .node(try execution.labels(names.compactMap { execution.label($0, in: parent) }, field))
        case "milestone":
            return .optional(resource.id(of: "milestone").flatMap { world.milestones[$0] })
        case "notes": return .node(try execution.notes(world.issueNotes.rows(in: id), field))
        case "discussions": return .node(try execution.discussions(world.issueNotes.rows(in: id), field))
        case "userDiscussionsCount":
            return .number(execution.discussionCount(world.issueNotes.rows(in: id), field.name))
        case "timelogs": return .node(try execution.timelogs(world.timelogs.rows(in: -id), field))
        case "timeEstimate", "totalTimeSpent", "humanTimeEstimate", "humanTotalTimeSpent":
            return .json(resource["time_stats"][field.restName] ?? .null)
        case "taskCompletionStatus":
            return .optional(GraphQL.JSONNode("TaskCompletionStatus", resource["task_completion_status"]))
        case "reference":
            let isFull = field.arguments.flag("full") == true
            return .json(resource["references"][isFull ? "full" : "short"] ?? .null)
        case "confidential", "discussionLocked":
            return .flag(resource[field.restName].boolValue ?? false)
        case "moved": return .flag(!resource["moved_to_id"].isNull)
        case "movedTo": return .optional(resource["moved_to_id"].intValue.flatMap { execution.issue($0) })
        case "subscribed": return .flag(false)
        case "webPath": return .text(webPath)
        default: return plain(field)
        }
    }

    private func day(_ key: String) -> GraphQL.Value { .time(resource.object.instant(key)) }
}
