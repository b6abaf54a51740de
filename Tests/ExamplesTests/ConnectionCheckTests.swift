import FakeGitLab
import Foundation
import LoopbackServer
import Testing

/// `connection-check` as its users meet it: as a process, over real HTTP.
@Suite("connection-check", .serialized)
struct ConnectionCheckTests {
    static let program = Program(name: "connection-check")
    static let token = "glpat-0123456789abcdefghij"

    /// A server whose `token` is a Reporter's.
    static func server() throws -> FakeGitLabServer {
        let server = FakeGitLabServer(
            FakeGitLab(
                world: try WorldGenerator(
                    .init(projects: 1, mergeRequestsPerProject: 3, days: 20, end: Date(), token: token)
                ).world()))
        try server.start()
        return server
    }

    static func run(
        against server: FakeGitLabServer, token: String = token, _ more: [String] = []
    ) async throws -> Program.Result {
        let url = try #require(server.url)
        return try await program.run(
            ["--url", url.absoluteString] + more, environment: ["GITLAB_TOKEN": token])
    }

    @Test("Ten broken connections are shown, each with what was found")
    func brokenConnections() async throws {
        let result = try await Self.program.run([])
        #expect(result.exitCode == 0, "\(result.errors)")
        let codes = [
            "host_not_found", "tls_failed", "invalid_credentials", "token_expired", "wrong_token_kind",
            "insufficient_scope", "no_resources", "role_too_low", "missing_or_hidden", "hook_failing",
        ]
        for (number, code) in codes.enumerated() {
            #expect(result.output.contains("\(number + 1). "))
            #expect(result.output.contains("[\(code)]"), "\(code)")
        }
        #expect(!result.output.contains("0123456789") && !result.output.contains("\u{1B}"))
    }

    @Test("A connection that works exits with 0, and says as whom")
    func connected() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let result = try await Self.run(against: server)
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("✓ token"))
        #expect(result.output.contains("may read analytics"))
        #expect(result.output.contains(": connected"))
    }

    @Test("What is wanted and missing exits with 1, a token nobody knows with 2")
    func states() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let degraded = try await Self.run(against: server, ["--comments"])
        #expect(degraded.exitCode == 1 && degraded.output.contains("insufficient_scope"))
        let unreachable = try await Self.run(
            against: server, token: Self.token + "-wrong", ["--format", "json"])
        #expect(unreachable.exitCode == 2)
        #expect(!unreachable.output.contains("0123456789"))
        let object = try JSONSerialization.jsonObject(with: Data(unreachable.output.utf8)) as? [String: Any]
        let probes = (object?["connection"] as? [String: Any])?["probes"] as? [[String: Any]]
        #expect(probes?.contains { $0["outcome"] as? String == "failed" } == true)
    }

    @Test("A test of a webhook that the role rules out exits with 1, and says so")
    func hookTest() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let result = try await Self.run(
            against: server, ["--hook-url", "https://metrics.example/hook", "--test-hook"])
        #expect(result.exitCode == 1, "\(result.output)\(result.errors)")
        let line = "– test delivery   only a Maintainer sees and tests webhooks"
        #expect(result.output.contains(line), "\(result.output)")
    }

    @Test("A project that is not there is diagnosed")
    func project() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let result = try await Self.run(against: server, ["--project", "acme/nowhere-at-all"])
        #expect(result.exitCode == 2, "\(result.output)")
        #expect(result.output.contains("missing_or_hidden"))
    }

    @Test(
        "A wrong command line exits with 64",
        arguments: [
            ["--token", "x"], ["--what"], ["--project", "a/b"], ["--url", "x", "--format", "xml"],
            ["--url", "x", "--test-hook"],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Self.program.run(arguments)
        #expect(result.exitCode == 64 && result.errors.hasPrefix("connection-check: "))
    }
}
