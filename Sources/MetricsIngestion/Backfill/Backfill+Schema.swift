import GitLabAPI

extension Backfill {
    /// GraphQL, where the configuration wants it and the instance offers it.
    ///
    /// - Throws: when GraphQL alone is wanted and there is none, or the token is not accepted.
    func graphQL(_ reader: Reader) async throws(GitLabError) -> GraphQLReader? {
        switch configuration.way {
        case .rest: nil
        case .mixed: try await offeredGraphQL(reader)
        case .graphQL: try await requiredGraphQL(reader)
        }
    }

    /// `nil` when the instance has none that the token may use.
    func offeredGraphQL(_ reader: Reader) async throws(GitLabError) -> GraphQLReader? {
        do {
            return try await requiredGraphQL(reader)
        } catch {
            guard error.leavesREST else { throw error }
            return nil
        }
    }

    private func requiredGraphQL(_ reader: Reader) async throws(GitLabError) -> GraphQLReader {
        let answer = try await reader.send(.schema)
        return GraphQLReader(reader: reader, schema: answer.value.value)
    }
}
