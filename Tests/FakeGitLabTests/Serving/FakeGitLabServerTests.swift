import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("One world, served two ways")
struct FakeGitLabServerTests {
    @Test("the loopback server and the in-process transport give the same bytes")
    func sameBytes() async throws {
        let fake = try Inquirer.small(mergeRequests: 10).fake
        let server = FakeGitLabServer(fake)
        let url = try server.start()
        defer { server.stop() }
        let remote = URLSessionTransport()
        let local = FakeGitLabTransport(fake)
        for path in [
            "projects", "projects/1/merge_requests?per_page=3", "projects/acme%2Fbilling", "no/route",
        ] {
            let request = HTTPRequest(
                url: try #require(URL(string: "\(url)api/v4/\(path)")),
                headers: ["PRIVATE-TOKEN": "glpat-fake-metrics-reader"], timeout: .seconds(600))
            let (over, within) = (try await remote.send(request), try await local.send(request))
            #expect(over.status == within.status)
            #expect(over.body == within.body)
            #expect(over.headers["Link"] == within.headers["Link"])
            #expect(over.headers["X-Total"] == within.headers["X-Total"])
        }
    }

    @Test("a path outside the API answers with a web page")
    func webPage() async throws {
        let fake = try Inquirer.small(mergeRequests: 10).fake
        let request = HTTPRequest(url: try #require(URL(string: "https://gitlab.test/acme/billing")))
        let answer = try await FakeGitLabTransport(fake).send(request)
        #expect(answer.headers["Content-Type"]?.hasPrefix("text/html") == true)
    }

    @Test("a cancelled task gets no answer")
    func cancellation() async throws {
        let fake = try Inquirer.small(mergeRequests: 10).fake
        let request = HTTPRequest(url: try #require(URL(string: "https://gitlab.test/api/v4/projects")))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await FakeGitLabTransport(fake).send(request)
        }
        let error = await #expect(throws: GitLabError.self) { try await task.value }
        #expect(error?.code == .cancelled)
        #expect(fake.requestCount == 0)
    }
}
