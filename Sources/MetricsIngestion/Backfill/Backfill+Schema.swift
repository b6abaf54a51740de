import GitLabAPI

extension Backfill {
    /// What the instance's GraphQL has; `nil` when it is not to be used, or not to be had.
    ///
    /// - Throws: when the plan wants GraphQL alone and there is none, or the token is not accepted.
    func graphQL(_ reader: Reader) async throws -> GraphQLReader? {
        guard configuration.way != .rest else { return nil }
        do {
            let answer = try await reader.send(.schema)
            return GraphQLReader(reader: reader, schema: answer.value.value)
        } catch let error as GitLabError where configuration.way == .mixed && error.leavesREST {
            return nil
        }
    }
}
