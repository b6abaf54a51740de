import FakeGitLab
import Foundation
import LoopbackServer
import Testing

/// `metrics-report` as its users meet it: as a process, over real HTTP.
@Suite("metrics-report", .serialized)
struct MetricsReportTests {
    static let program = Program(name: "metrics-report")
    static let token = "glpat-0123456789abcdefghij"
    static let world = WorldGenerator.Configuration(
        projects: 1, mergeRequestsPerProject: 5, days: 20, end: Date(timeIntervalSince1970: 1_772_323_200),
        token: token)

    /// A server whose world was changed beforehand.
    static func server(
        faults: FaultPlan = FaultPlan(), _ change: (inout World) throws -> Void = { _ in }
    ) throws -> FakeGitLabServer {
        var generated = try WorldGenerator(world).world()
        try change(&generated)
        let server = FakeGitLabServer(FakeGitLab(world: generated, faults: faults))
        try server.start()
        return server
    }

    /// What a user with a mistake to make gets to see.
    static func complaint(
        of server: FakeGitLabServer, token: String = token, _ more: [String] = ["--group", "acme"]
    ) async throws -> Program.Result {
        let url = try #require(server.url)
        return try await program.run(
            ["--url", url.absoluteString] + more, environment: ["GITLAB_TOKEN": token])
    }

    static func expectOneLine(_ result: Program.Result, code: Int32 = 1, saying words: [String]) {
        #expect(result.exitCode == code, "\(result.errors)")
        #expect(result.output.isEmpty)
        let complaints = result.errors.split(separator: "\n").filter { $0.hasPrefix("metrics-report: ") }
        #expect(complaints.count == 1, "\(result.errors)")
        for word in words { #expect(complaints.first?.contains(word) == true, "\(result.errors)") }
        #expect(!result.errors.contains("0123456789abcdefghij") && !result.errors.contains("glpat-"))
    }

    @Test("The embedded world is reported in every format", arguments: ["table", "markdown", "json"])
    func embedded(format: String) async throws {
        let result = try await Self.program.run(["--format", format, "--until", "2026-03-01"])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("Lead time for changes"))
        #expect(!result.errors.contains("glpat-") && !result.output.contains("glpat-"))
    }

    @Test("The plan says what would be asked, and no report is made")
    func plan() async throws {
        let result = try await Self.program.run(["--plan", "--rate-limit", "120"])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("5 projects"))
        #expect(result.output.contains("merge requests"))
        #expect(result.output.contains("requests a minute"))
        #expect(!result.output.contains("Lead time"))
    }

    @Test("JSON holds every metric with sample size, evidence count and coverage")
    func json() async throws {
        let result = try await Self.program.run(["--format=json", "--until=2026-03-01"])
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let total = object?["total"] as? [String: Any]
        let metrics = try #require(total?["metrics"] as? [[String: Any]])
        #expect(metrics.count == 9)
        for metric in metrics {
            #expect(metric["value"] is Double, "\(metric["id"] ?? "")")
            #expect((metric["sample_size"] as? Int ?? 0) > 0)
            #expect((metric["evidence"] as? [String: Any])?["count"] as? Int == metric["sample_size"] as? Int)
            #expect((metric["coverage"] as? [String: Any])?["state"] as? String == "complete")
        }
    }

    @Test("A fake GitLab in another process gives the figures of the embedded one")
    func sameFigures() async throws {
        let day = ["--until", "2026-03-01"]
        let (process, output, _) = try Program(name: "fake-gitlab").start(["--port", "0"] + day)
        defer {
            process.interrupt()
            process.waitUntilExit()
        }
        let announcement = await Program.firstText(of: output)
        let url = try #require(announcement.firstMatch(of: /URL\s+(\S+)/)?.1)
        let token = try #require(announcement.firstMatch(of: /Token\s+(\S+)/)?.1)
        let remote = try await Self.program.run(
            ["--url", String(url), "--group", "acme", "--format", "json"] + day,
            environment: ["GITLAB_TOKEN": String(token)])
        let embedded = try await Self.program.run(["--format", "json"] + day)
        #expect(remote.exitCode == 0, "\(remote.errors)")
        #expect(!remote.output.isEmpty)
        #expect(remote.output == embedded.output)
    }

    @Test("An unknown token")
    func unknownToken() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let result = try await Self.complaint(of: server, token: "glpat-0123456789abcdefghij-wrong")
        Self.expectOneLine(result, saying: ["token", "Check that the whole token was pasted"])
    }

    @Test("An expired token")
    func expiredToken() async throws {
        let server = try Self.server { world in
            let user = world.addUser("late")
            world.addToken(
                "glpat-0123456789abcdefghij-old", for: user,
                expiresAt: Date(timeIntervalSince1970: 1_700_000_000))
        }
        defer { server.stop() }
        let result = try await Self.complaint(of: server, token: "glpat-0123456789abcdefghij-old")
        Self.expectOneLine(result, saying: ["expired", "Create a new token"])
    }

    @Test("A token without the scope")
    func missingScope() async throws {
        let server = try Self.server { world in
            world.addToken("glpat-0123456789abcdefghij-narrow", for: 1, scopes: ["read_user"])
        }
        defer { server.stop() }
        let result = try await Self.complaint(of: server, token: "glpat-0123456789abcdefghij-narrow")
        Self.expectOneLine(result, saying: ["scope", "api"])
    }

    @Test("A project that is not there")
    func unknownProject() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let result = try await Self.complaint(of: server, ["--project", "acme/nowhere"])
        Self.expectOneLine(result, saying: ["acme/nowhere", "not found"])
    }

    @Test("A GitLab that wants an hour of silence")
    func rateLimited() async throws {
        let server = try Self.server(faults: FaultPlan([FaultRule(.tooManyRequests(retryAfter: 3600))]))
        defer { server.stop() }
        Self.expectOneLine(try await Self.complaint(of: server), saying: ["rate", "until"])
    }

    @Test("A host that is no GitLab")
    func noGitLab() async throws {
        let server = LoopbackServer { _ in
            ServerResponse(
                status: 200, headers: [("Content-Type", "text/html")], body: Array("<html>Hi</html>".utf8))
        }
        let url = try server.start()
        defer { server.stop() }
        let result = try await Self.program.run(
            ["--url", url.absoluteString, "--group", "acme"], environment: ["GITLAB_TOKEN": Self.token])
        Self.expectOneLine(result, saying: ["not GitLab"])
    }

    @Test("A port on which nothing listens")
    func closedPort() async throws {
        let server = LoopbackServer { _ in ServerResponse(status: 200) }
        let url = try server.start()
        server.stop()
        let result = try await Self.program.run(
            ["--url", url.absoluteString, "--group", "acme"], environment: ["GITLAB_TOKEN": Self.token])
        Self.expectOneLine(result, saying: ["Check the port"])
    }

    @Test(
        "A wrong command line says what is wrong with it and does nothing",
        arguments: [
            (["--url", "gitlab.example.com", "--group", "a"], 1, "https://"),
            (["--url", "ftp://gitlab.example.com", "--group", "a"], 1, "https"),
            (["--url", "http://gitlab.example.com", "--group", "a"], 1, "http"),
            (
                ["--url", "https://me:glpat-0123456789abcdefghij@gitlab.example.com", "--group", "a"], 1,
                "leave"
            ),
            (["--url", "https://gitlab.example.com"], 2, "--project"),
            (["--days", "0"], 2, "--days"), (["--days"], 2, "needs a value"),
            (["--format", "xml"], 2, "xml"), (["--token", "x"], 2, "GITLAB_TOKEN"),
            (["--frobnicate"], 2, "--help"),
            (["--until", "tomorrow"], 2, "--until"),
            (
                ["--url", "https://gitlab.example.com", "--group", "a", "--token-file", "nowhere"], 2,
                "nowhere"
            ),
        ] as [([String], Int32, String)])
    func mistakes(arguments: [String], code: Int32, word: String) async throws {
        let result = try await Self.program.run(arguments)
        Self.expectOneLine(result, code: code, saying: [word])
    }
}
