import Foundation
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

@Suite("The router and the bodies GitLab publishes")
struct PublishedBodiesTests {
    /// A collection beside the package that need not be there.
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/gitlab/payloads").standardized

    @Test(
        "each is kept, and of code, variables and texts nothing is",
        .enabled(
            if: FileManager.default.fileExists(atPath: folder.path),
            "the collection of bodies is not beside the package"),
        arguments: ["webhook", "system"])
    func published(part: String) async throws {
        let folder = Self.folder.appending(path: part)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") }.sorted()
        #expect(names.count > 10)
        for name in names {
            let bench = try RouterBench()
            let body = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let response = await bench.send(body, id: "d")
            guard case .accepted = response.verdict else {
                Issue.record("\(name): \(response.verdict)")
                continue
            }
            let entry = try #require(await bench.kept().first)
            let kept = String(decoding: entry.bytes, as: UTF8.self)
            for key in ["st_diff", "variables", "position", "added", "modified", "removed", "content"] {
                #expect(!kept.contains(#""\#(key)":"#), "\(name) keeps \(key)")
            }
            // What lies in the inbox is smaller than what came, but for the few bytes of its format.
            #expect(entry.bytes.count <= body.utf8.count + 16, "\(name)")
        }
    }
}
