import Foundation
import WireFormat

/// One GraphQL query as a plain value, typed by its answer: `client.send(.mergeRequests(…))`.
///
/// The text is fixed, what varies goes into variables, so that GitLab and its logs see few different queries. A
/// query is at most 10,000 characters long (<https://docs.gitlab.com/api/graphql/#limits>).
public struct GraphQLQuery<Answer: Decodable & Sendable>: Hashable, Sendable {
    /// What GitLab's logs call it; the name of the one operation in `document`.
    public var operationName: String
    public var document: String
    public var variables: [String: GraphQLValue]
    /// The project the query is about, if it is about one, which the document calls `found`; see `Request.project`.
    public var project: ProjectReference?

    public init(
        _ operationName: String, _ document: String, variables: [String: GraphQLValue] = [:],
        project: ProjectReference? = nil
    ) {
        self.operationName = operationName
        self.document = document
        self.variables = variables
        self.project = project
    }
}

extension GraphQLQuery {
    private struct Body: Encodable {
        var query: String
        var variables: [String: GraphQLValue]
        var operationName: String
    }

    /// The query as a request. Asking twice is harmless, though it is a POST.
    public var request: Request<GraphQLAnswer<Answer>> {
        let body = Body(query: document, variables: variables, operationName: operationName)
        // Texts, integers, booleans and nulls always encode.
        let data = (try? JSON.encode(body, sortedKeys: true)) ?? Data()
        var request = Request<GraphQLAnswer<Answer>>(
            method: .post, path: "graphql", body: data, isRepeatable: true)
        request.api = .graphQL
        request.project = project
        request.hiddenIfNull = project == nil ? nil : "found"
        return request
    }
}
