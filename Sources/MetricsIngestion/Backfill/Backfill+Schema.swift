import GitLabAPI

extension Backfill {
    /// What the instance's GraphQL has; `nil` when it is not to be used, or not to be had.
    ///
    /// - Throws: when the plan wants GraphQL alone and there is none, or the token is not accepted.
    func graphQL(_ reader: Reader) async throws(GitLabError) -> GraphQLReader? {
        guard configuration.way != .rest else { return nil }
        do {
            let answer = try await reader.send(.schema)
            return GraphQLReader(reader: reader, schema: answer.value.value)
        } catch {
            guard configuration.way == .mixed, error.leavesREST else { throw error }
            return nil
        }
    }
}
