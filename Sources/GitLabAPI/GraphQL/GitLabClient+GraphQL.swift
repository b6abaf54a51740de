import Foundation
import WireFormat

extension GitLabClient {
    /// Sends one query and decodes its answer.
    ///
    /// - Throws: `GitLabError` for every answer without data, though its status be 200: `.queryTooComplex` when
    ///   asking for less would help, `.invalidQuery` when the instance does not know what is asked for.
    public func send<Answer>(
        _ query: GraphQLQuery<Answer>
    ) async throws(GitLabError) -> GraphQLAnswer<Answer> {
        let exchange = try await exchange(query.request)
        do {
            var answer = try await exchange.decode(GraphQLAnswer<Answer>.self)
            answer.serverDate = exchange.response.headers.date("Date")
            return answer
        } catch {
            throw GitLabError(error, of: exchange)
        }
    }
}

extension GitLabError {
    /// An answer without data says what went wrong in its `errors`; it fails to decode with the first of them.
    fileprivate init(_ error: GitLabError, of exchange: Exchange) {
        struct Refusal: Decodable {
            let errors: LossyList<GraphQLFailure>
        }
        self = error
        guard error.code == .decoding,
            let failure = try? JSON.decode(Refusal.self, from: exchange.response.body).errors.elements.first
        else { return }
        self.init(
            failure.errorCode, request: exchange.request.description, status: exchange.response.status,
            requestID: error.requestID, detail: failure.message)
    }
}
