import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("The table of queries")
struct QuerySurfaceTests {
    struct Row: Hashable {
        var operation: String
        var factory: String
        var readers: [String]
    }

    private func rows() throws -> [Row] {
        let page = SurfacePage.root.appending(path: "Documentation/GitLabSurface.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let section = try #require(
            text.components(separatedBy: "## GraphQL").last?.components(separatedBy: "\n## ").first)
        return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|").map {
                $0.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces)
            }
            return Row(
                operation: cells[0], factory: cells[1],
                readers: cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
    }

    @Test("names exactly the queries of the sources, and each is called here")
    func isComplete() throws {
        let named = Set(try rows().map(\.factory))
        #expect(named == Set(try FactorySource().queries))
        #expect(named == Set(QueryCall.all.map(\.factory)))
    }

    @Test("names files that send the query")
    func readersRead() throws {
        for row in try rows() {
            for reader in row.readers {
                let folder = reader.hasPrefix("Project") ? "ProjectBackfill" : "Backfill"
                let file = SurfacePage.root.appending(
                    path: "Sources/MetricsIngestion/\(folder)/\(reader).swift")
                let text = try String(contentsOf: file, encoding: .utf8)
                let name = row.factory.prefix { $0 != "(" }
                #expect(text.contains(".\(name)"), "\(reader) does not send \(row.factory)")
            }
        }
    }

    @Test(
        "is answered by old and new releases with what they have",
        arguments: QueryCall.all, [GitLabVersion.v15, .v17, .v19])
    func answers(_ call: QueryCall, _ version: GitLabVersion) async throws {
        let scene = try SurfaceScene()
        scene.run(version, .free)
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(scene.fake), time: scene.fake.time)
        let schema = try await client.send(.schema).value
        guard call.isOffered(schema) else {
            #expect(version != .v19)
            return
        }
        let reply = try await call.send(client, schema, scene)
        #expect(reply.failures.isEmpty)
        #expect(reply.document.count <= 10_000)
        if let complexity = reply.complexity { #expect(complexity.score <= complexity.limit) }
        let row = try rows().first { $0.factory == call.factory }
        #expect(row?.operation == reply.operation)
    }
}
