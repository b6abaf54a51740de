import GitLabAPI
import MetricsCore

extension ProjectBackfill {
    /// Reads a kind by GraphQL where the instance offers it, by REST where it does not or where that fails. Both go
    /// on at the same checkpoint, so nothing read by the one is read again by the other.
    func read(
        _ kind: RecordKind, graphQL: (GraphQLReader) async throws -> Extent,
        rest: () async throws -> Extent
    ) async throws -> Extent {
        guard let reader = self.graphQL, log.entries.fallbacks[kind] == nil else { return try await rest() }
        do {
            return try await graphQL(reader)
        } catch let error as GitLabError where way == .mixed && error.leavesREST {
            log.fallBack(kind, error)
            return try await rest()
        }
    }
}

extension GitLabError {
    /// Whether REST may still answer when GraphQL failed so.
    var leavesREST: Bool {
        let codes: [Code] = [
            .invalidQuery, .queryTooComplex, .notFound, .forbidden, .serverFault, .decoding, .rejected,
            .notGitLab, .timedOut, .responseTooLarge,
        ]
        return codes.contains(code)
    }
}

extension ProjectBackfill {
    /// GraphQL alone does not tell everything.
    func isOffered(_ kind: RecordKind) -> Bool {
        guard way == .graphQL else { return true }
        switch kind {
        case .environment, .mergeRequest, .issue, .pipeline: return true
        case .deployment: return graphQL?.schema.has("deployments", on: "Environment") ?? false
        default: return false
        }
    }
}
