import WireFormat

extension GraphQL.Execution {
    /// Notes, oldest first, those of callers' rank only.
    func notes(_ rows: [Note], _ field: GraphQL.PlannedField, limit: Int = GraphQL.Connection.pageLimit)
        throws(GraphQL.Failure) -> GraphQL.Connection
    {
        let filter = field.arguments.text("filter") ?? "ALL_NOTES"
        let chosen =
            filter == "ALL_NOTES" ? rows : rows.filter { $0.isSystem == (filter == "ONLY_ACTIVITY") }
        return try GraphQL.Connection("Note", readable(chosen), field, self, limit: limit) { $0 }
    }

    /// Threads in the order of their first notes.
    func discussions(_ rows: [Note], _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let threads = GraphQL.DiscussionNode.threads(of: readable(rows), in: world)
        return try GraphQL.Connection("Discussion", threads, field, self) { $0 }
    }

    /// Threads of people: all, resolvable or resolved ones.
    func discussionCount(_ rows: [Note], _ name: String) -> Int {
        let threads = GraphQL.DiscussionNode.threads(of: rows.filter { !$0.isSystem }, in: world)
        return switch name {
        case "resolvableDiscussionsCount": threads.filter(\.isResolvable).count
        case "resolvedDiscussionsCount": threads.filter(\.isResolved).count
        default: threads.count
        }
    }

    /// Without internal notes for callers below reporter.
    private func readable(_ rows: [Note]) -> [Note] {
        guard rows.contains(where: { $0.resource["internal"].boolValue == true }) else { return rows }
        return rows.filter { row in
            guard row.resource["internal"].boolValue == true else { return true }
            let project = row.resource["project_id"].intValue.flatMap { world.projects[$0] }
            return project.map { world.role(of: caller, in: $0) >= .reporter } ?? false
        }
    }
}
