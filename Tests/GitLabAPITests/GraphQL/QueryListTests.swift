import Foundation
import Testing

@testable import GitLabAPI

/// The list of all queries, and what other tools are told of it (Documentation/Fidelity.md).
@Suite("List of queries")
struct QueryListTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/GitLabAPI/GraphQL").standardizedFileURL

    /// A file that somebody who runs the tests names.
    private static func file(_ variable: String) -> URL? {
        ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0) }
    }

    /// One with all that some query asks for.
    private static let schema = GraphQLSchema(types: [
        "Environment": ["deployments": []],
        "Project": ["mergeRequests": ["deploymentId"], "pipelines": ["ids"]],
    ])

    @Test("no query the sources know is missing")
    func complete() throws {
        let files = try #require(
            FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let url as URL in files where url.pathExtension == "swift" {
            let text = try String(contentsOf: url, encoding: .utf8)
            names.formUnion(text.matches(of: /operationName: "(\w+)"/).map { String($0.1) })
            names.formUnion(text.matches(of: /"query ([A-Z]\w+)[\s(]/).map { String($0.1) })
            names.formUnion(text.matches(of: /\n *query ([A-Z]\w+)[\s(]/).map { String($0.1) })
        }
        #expect(names.count > 8)
        #expect(Set(QueryList(Self.schema).entries.map(\.name)) == names)
    }

    @Test("a query is one operation of its name, no longer than GitLab reads")
    func wellFormed() {
        for entry in QueryList(Self.schema).entries {
            #expect(entry.document.hasPrefix("query \(entry.name)"))
            #expect(entry.document.count < 10_000, "\(entry.name)")
            #expect(entry.document.count { $0 == "{" } == entry.document.count { $0 == "}" }, "\(entry.name)")
        }
    }

    @Test(
        "the list for each schema of a file goes into another file",
        .enabled(if: file("GRAPHQL_QUERIES_FILE") != nil, "nobody asked for the list"))
    func written() throws {
        let target = try #require(Self.file("GRAPHQL_QUERIES_FILE"))
        let source = try #require(Self.file("GRAPHQL_SCHEMA_FILE"))
        let schemas = try JSONDecoder().decode([String: GraphQLSchema].self, from: Data(contentsOf: source))
        let lists = try schemas.mapValues { schema in
            try QueryList(schema).entries.map { try JSONSerialization.jsonObject(with: $0.body) }
        }
        try JSONSerialization.data(withJSONObject: lists).write(to: target)
    }
}
