import Foundation
import GitLabAPI
import GitLabVocabulary

/// One query, as the walk over the surface sends it.
struct QueryCall: Sendable, CustomStringConvertible {
    /// What came back of a query.
    struct Reply: Sendable {
        var operation: String
        var document: String
        var failures: [GraphQLFailure]
        var complexity: QueryComplexity?
    }

    /// As the page names it: `mergeRequests(in:schema:)`.
    let factory: String
    /// What the schema must have for it: a field or argument that old releases lack.
    let isOffered: @Sendable (GraphQLSchema) -> Bool
    let send: @Sendable (GitLabClient, GraphQLSchema, SurfaceScene) async throws -> Reply

    var description: String { factory }

    init<Answer>(
        _ factory: String, offered: @escaping @Sendable (GraphQLSchema) -> Bool = { _ in true },
        _ query: @escaping @Sendable (GraphQLSchema, SurfaceScene) throws -> GraphQLQuery<Answer>
    ) {
        self.factory = factory
        isOffered = offered
        send = { client, schema, scene in
            let query = try query(schema, scene)
            let answer = try await client.send(query)
            return Reply(
                operation: query.operationName, document: query.document, failures: answer.failures,
                complexity: answer.complexity)
        }
    }

    /// A page of comments that is not the last.
    private static let cut = {
        var children = NoteableChildren()
        children.notes.next = "eyJpZCI6IjEifQ"
        return children
    }()

    static let all: [QueryCall] = [
        QueryCall("schema") { _, _ in GraphQLQuery<GraphQLSchema>.schema },
        QueryCall("pulses(of:updatedAfter:)") { _, scene in
            .pulses(of: [try scene.project], updatedAfter: Date(timeIntervalSince1970: 1_767_000_000))
        },
        QueryCall("mergeRequests(in:schema:)") { schema, scene in
            .mergeRequests(in: try scene.path, schema: schema)
        },
        QueryCall("mergeRequests(_:in:schema:)") { schema, scene in
            .mergeRequests([try scene.mergeRequest], in: try scene.path, schema: schema)
        },
        QueryCall("mergeRequests(inGroup:schema:)") { schema, _ in
            .mergeRequests(inGroup: "acme", schema: schema)
        },
        QueryCall("continuations(ofMergeRequests:in:schema:)") { schema, scene in
            .continuations(
                ofMergeRequests: [(try scene.mergeRequest, cut)], in: try scene.path, schema: schema)
        },
        QueryCall(
            "mergeRequests(of:in:)",
            offered: { $0.has(argument: "deploymentId", of: "mergeRequests", on: "Project") }
        ) { _, scene in .mergeRequests(of: (1...14).map { DeploymentID(rawValue: $0) }, in: try scene.path) },
        QueryCall("issues(in:schema:)") { schema, scene in .issues(in: try scene.path, schema: schema) },
        QueryCall("issues(_:in:schema:)") { schema, scene in
            .issues([try scene.issue], in: try scene.path, schema: schema)
        },
        QueryCall("continuations(ofIssues:in:schema:)") { schema, scene in
            .continuations(ofIssues: [(try scene.issue, cut)], in: try scene.path, schema: schema)
        },
        QueryCall("pipelines(in:schema:)") { schema, scene in
            .pipelines(in: try scene.path, schema: schema)
        },
        QueryCall(
            "pipelines(_:in:schema:)",
            offered: { $0.has(argument: "ids", of: "pipelines", on: "Project") }
        ) { schema, scene in
            .pipelines([PipelineID(rawValue: 1)], in: try scene.path, schema: schema)
        },
        QueryCall("environments(in:schema:)") { schema, scene in
            .environments(in: try scene.path, schema: schema)
        },
        QueryCall("deployments(to:in:)", offered: { $0.has("deployments", on: "Environment") }) { _, scene in
            .deployments(to: "production", in: try scene.path)
        },
        QueryCall("found(_:)") { _, scene in
            .found([HeldNumbers(path: try scene.path, mergeRequests: [1, 2], issues: [1])])
        },
    ]
}
