import WireFormat

extension GraphQL.Execution {
    /// The merge requests of projects the caller may see, filtered, sorted and paged as the field asks.
    func mergeRequests(
        of projects: [Int], _ field: GraphQL.PlannedField,
        where isWanted: (MergeRequest) -> Bool = { _ in true }
    ) throws(GraphQL.Failure) -> GraphQL.Connection {
        let filter = GraphQL.MergeRequestSelection(field.arguments, in: self)
        let sorting = filter.sorting
        var rows: [GraphQL.Connection.Keyed] = []
        var seconds = 0.0
        for project in projects {
            let ids =
                filter.numbers.map { $0.compactMap { world.mergeRequests.id(iid: $0, in: project) } }
                ?? world.mergeRequests.ids(in: project)
            for id in ids {
                guard let row = world.mergeRequests[id], filter.admits(row), isWanted(row) else { continue }
                rows.append(.init(key: filter.key(row), id: id))
                if let mergedAt = row.mergedAt { seconds += mergedAt - row.resource.createdAt }
            }
        }
        var connection = try GraphQL.Connection("MergeRequest", rows, by: sorting, field, self) {
            world.mergeRequests[$0]
        }
        connection.sums["totalTimeToMerge"] = .json(.double(seconds))
        return connection
    }
}
