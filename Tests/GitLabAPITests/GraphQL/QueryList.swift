import Foundation
import GitLabAPI
import GitLabVocabulary

/// Every GraphQL query the package can send, as an instance with that schema gets it.
struct QueryList {
    /// A query as it stands in the body of its request.
    struct Entry: Sendable {
        let name: String
        let document: String
        let body: Data
    }

    private(set) var entries: [Entry] = []

    init(_ schema: GraphQLSchema) {
        let path = "group/project"
        let then = Date(timeIntervalSince1970: 1_768_000_000)
        add(.schema)
        add(.mergeRequests(in: path, schema: schema, state: .opened, updatedAfter: then, after: "cursor"))
        add(.mergeRequests(inGroup: path, schema: schema, updatedAfter: then))
        add(.mergeRequests([1, 2], in: path, schema: schema))
        add(.issues(in: path, schema: schema, state: .opened, updatedAfter: then, after: "cursor"))
        add(.issues([1, 2], in: path, schema: schema))
        add(.pipelines(in: path, schema: schema, updatedAfter: then))
        add(.environments(in: path, schema: schema))
        add(.pulses(of: [1, 2], updatedAfter: then))
        add(
            .found([
                HeldNumbers(path: path, mergeRequests: [1, 2], issues: [3]),
                HeldNumbers(path: path, issues: [4]),
            ]))
        add(
            .continuations(
                ofMergeRequests: [
                    (iid: MergeRequestIID(rawValue: 1), children: Self.cut(schema, commits: true))
                ], in: path,
                schema: schema))
        add(
            .continuations(
                ofIssues: [(iid: IssueIID(rawValue: 1), children: Self.cut(schema))], in: path, schema: schema
            ))
        // What follows is asked only of instances that have it.
        if schema.has("deployments", on: "Environment") { add(.deployments(to: "production", in: path)) }
        if schema.has(argument: "deploymentId", of: "mergeRequests", on: "Project") {
            add(.mergeRequests(of: [1, 2], in: path))
        }
        if schema.has(argument: "ids", of: "pipelines", on: "Project") {
            add(.pipelines([1, 2], in: path, schema: schema))
        }
    }

    private mutating func add(_ query: GraphQLQuery<some Decodable & Sendable>) {
        entries.append(
            Entry(name: query.operationName, document: query.document, body: query.request.body ?? Data()))
    }

    /// What hangs on a thing, all of it longer than a page.
    private static func cut(_ schema: GraphQLSchema, commits: Bool = false) -> NoteableChildren {
        var children = NoteableChildren()
        children.notes.next = "notes"
        children.labels.next = "labels"
        if schema.has("id", on: "Timelog") { children.timelogs = GraphQLConnection(nodes: [], next: "logs") }
        if commits { children.commits = GraphQLConnection(nodes: [], next: "commits") }
        return children
    }
}
