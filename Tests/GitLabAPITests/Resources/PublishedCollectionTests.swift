import Foundation
import Testing

@testable import GitLabAPI

/// The collection of published bodies as a whole.
@Suite(
    "The collection of published bodies",
    .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package"))
struct PublishedCollectionTests {
    /// Bodies that nothing in the package reads: OAuth's, and answers whose status says all.
    static let unread: Set = [
        "oauth_token", "oauth_token_info", "oauth_device_authorization", "hook_test", "system_hook_test",
        "error_project_moved_301",
    ]

    @Test("every body is read as something, as a refusal, or by nobody")
    func complete() throws {
        let names = try PublishedPayload.names()
        #expect(names.count > 60)
        let read = Set((PublishedPayloadTests.objects + PublishedPayloadTests.lists).map(\.0))
        for name in names where !name.hasPrefix("errors/") {
            #expect(read.contains(name) != Self.unread.contains(name), "\(name)")
        }
        #expect(read.union(Self.unread).isSubset(of: names))
    }

    @Test("every refusal says what is wrong, and its error says so too")
    func refusals() throws {
        let names = try PublishedPayload.names().filter { $0.hasPrefix("errors/") }
        #expect(names.count > 10)
        for name in names {
            let status = try #require(name.firstMatch(of: /error_(\d+)/).flatMap { Int($0.1) })
            let response = HTTPResponse(
                status: status, headers: ["Content-Type": "application/json"],
                body: try PublishedPayload.data(name))
            let detail = try #require(ErrorBody(response).detail, "\(name)")
            #expect(!detail.isEmpty && !detail.contains("{"), "\(name): \(detail)")
        }
    }
}
