import WireFormat

extension Group: GraphQL.Node {
    var typeName: String { "Group" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "id": return .id("Group", id)
        case "webPath": return .text(webPath)
        case "updatedAt": return .time(resource.updatedAt)
        case "parent": return .optional(parentGroup.flatMap { execution.group($0) })
        case "projectsCount": return .number(world.projects.ids(in: id).count)
        case "projects":
            var rows = places(field, execution).compactMap { world.projects[$0] }
            if let ids = field.arguments.ids("ids") { rows = rows.filter { ids.contains($0.id) } }
            if let search = field.arguments.text("search")?.lowercased() {
                rows = rows.filter { $0.path.lowercased().contains(search) }
            }
            return .node(
                try execution.connection("Project", rows, .init(column: "id", isAscending: false), field) {
                    .number(Int64($0.id))
                })
        case "descendantGroups":
            let rows = world.descendants(ofGroup: id).dropFirst().compactMap { execution.group($0) }
            return .node(
                try execution.connection("Group", rows, .init(column: "name", isAscending: true), field) {
                    .text($0.resource.text("name") ?? "")
                })
        case "mergeRequests": return .node(try execution.mergeRequests(of: places(field, execution), field))
        case "issues": return .node(try execution.issues(of: places(field, execution), field))
        case "labels":
            let rows = world.ancestors(ofGroup: id).flatMap { world.labels.rows(in: -$0) }
            return .node(try execution.labels(rows, field))
        case "milestones":
            let rows = world.ancestors(ofGroup: id).flatMap { world.milestones.rows(in: -$0) }
            return .node(try execution.milestones(rows, field))
        case "timelogs":
            let all = world.descendants(ofGroup: id).flatMap { world.projects.ids(in: $0) }
            return .node(try execution.timelogs(of: all.filter { execution.project($0) != nil }, field))
        case "dora":
            let role = execution.caller.user.map { world.access(of: $0, toGroup: id) } ?? AccessLevel.none
            guard role >= .reporter || execution.caller.isAdministrator else { return .null }
            let all = world.descendants(ofGroup: id).flatMap { world.projects.ids(in: $0) }
            return .node(GraphQL.DoraNode(typeName: field.definition.type.name, projects: all))
        case "groupMembers": return .node(try execution.members(of: self, field))
        default: return plain(field)
        }
    }

    /// The visible projects a field is about: the group's own, with `includeSubgroups` those below too.
    private func places(_ field: GraphQL.PlannedField, _ execution: GraphQL.Execution) -> [Int] {
        let world = execution.world
        let isDeep = field.arguments.flag("includeSubgroups") ?? false
        let groups = isDeep ? world.descendants(ofGroup: id) : [id]
        return groups.flatMap { world.projects.ids(in: $0) }.filter { execution.project($0) != nil }
    }
}
