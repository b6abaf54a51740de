import WireFormat

extension Label: GraphQL.Node {
    var typeName: String { "Label" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) -> GraphQL.Value {
        switch field.name {
        case "id": .id(project == nil ? "GroupLabel" : "ProjectLabel", id)
        case "title": .text(name)
        case "createdAt": .time(resource.createdAt)
        case "updatedAt": .time(resource.updatedAt)
        case "lockOnMerge", "archived": .flag(resource[field.restName].boolValue ?? false)
        default: plain(field)
        }
    }
}

extension GraphQL.Execution {
    /// Labels by title.
    func labels(_ rows: [Label], _ field: GraphQL.PlannedField) throws(GraphQL.Failure) -> GraphQL.Connection
    {
        let title = field.arguments.text("title")
        let search = field.arguments.text("searchTerm")?.lowercased()
        let chosen = rows.filter { row in
            if let title, row.name != title { return false }
            return search.map { row.name.lowercased().contains($0) } ?? true
        }
        return try GraphQL.Connection("Label", chosen.sorted { $0.name < $1.name }, field, self) { $0 }
    }
}
