import WireFormat

extension Environment: GraphQL.Node {
    var typeName: String { "Environment" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "id": return .id("Environment", id)
        case "path":
            return .text(world.projects[parent].map { "/\($0.path)/-/environments/\(id)" })
        case "environmentType":
            let parts = name.split(separator: "/")
            return .text(parts.count > 1 ? String(parts[0]) : nil)
        case "deployments":
            try execution.admit(field, limit: 1)
            return .node(try deployments(field, execution))
        case "lastDeployment":
            let status = field.arguments.text("status")?.lowercased()
            let rows = world.deployments.rows(in: parent).filter {
                $0.environment == id && $0.status == status
            }
            return .optional(rows.max { $0.id < $1.id })
        default: return plain(field)
        }
    }

    private func deployments(_ field: GraphQL.PlannedField, _ execution: GraphQL.Execution)
        throws(GraphQL.Failure) -> GraphQL.Connection
    {
        let statuses = field.arguments.texts("statuses")?.map { $0.lowercased() }
        let rows = execution.world.deployments.rows(in: parent).filter { row in
            row.environment == id && (statuses?.contains(row.status) ?? true)
        }
        let order = field.arguments.object("orderBy")?.values.members ?? []
        guard order.count < 2 else { throw .field("orderBy parameter must contain one key-value pair.") }
        let column = order.first.map { GraphQL.PlannedField.underscored($0.key) } ?? "created_at"
        let isAscending = order.first.map { $0.value == "ASC" } ?? true
        return try execution.connection(
            "Deployment", rows, .init(column: column, isAscending: isAscending), field
        ) { row in
            guard column == "finished_at" else { return .moment(row.resource.createdAt) }
            return .number(row.finishedAt?.microseconds ?? (isAscending ? .max : .min))
        }
    }
}

extension GraphQL.Execution {
    func environments(of project: Project, _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let rows = environments(of: project, matching: field.arguments)
        return try GraphQL.Connection("Environment", rows, field, self) { $0 }
    }

    /// By name, as REST lists them.
    func environments(of project: Project, matching arguments: GraphQL.Arguments) -> [Environment] {
        let states = arguments.texts("states")
        let search = arguments.text("search")
        return world.environments.rows(in: project.id).filter { row in
            if let name = arguments.text("name"), row.name != name { return false }
            if let states, !states.contains(row.resource.text("state") ?? "") { return false }
            return search.map { row.name.contains($0) } ?? true
        }.sorted { $0.name < $1.name }
    }
}
