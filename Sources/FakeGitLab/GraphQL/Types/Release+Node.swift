import WireFormat

extension Release: GraphQL.Node {
    var typeName: String { "Release" }

    func value(of field: GraphQL.PlannedField, in execution: GraphQL.Execution) throws(GraphQL.Failure)
        -> GraphQL.Value
    {
        let world = execution.world
        switch field.name {
        case "id": return .id("Release", id)
        case "author":
            return .optional(resource.id(of: "author").map { GraphQL.UserNode($0, as: "UserCore") })
        case "upcomingRelease": return .flag(releasedAt > world.clock)
        case "historicalRelease": return .flag(releasedAt < resource.createdAt)
        case "commit":
            let sha = world.repositories[parent]?.tags[tag]?.sha
            return .optional(sha.map { GraphQL.CommitNode(sha: $0, project: parent) })
        case "milestones":
            let rows = resource["milestones"].arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            return .node(
                try execution.milestones(rows.compactMap { world.milestones[$0] }, field))
        default: return plain(field)
        }
    }
}

extension GraphQL.Execution {
    func releases(_ rows: [Release], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let word = field.arguments.text("sort") ?? "RELEASED_AT_DESC"
        let sorting = GraphQL.Connection.Sorting(
            column: word.hasPrefix("CREATED") ? "created_at" : "released_at",
            isAscending: word.hasSuffix("_ASC"))
        return try connection("Release", rows, sorting, field) {
            .moment(sorting.column == "created_at" ? $0.resource.createdAt : $0.releasedAt)
        }
    }
}
