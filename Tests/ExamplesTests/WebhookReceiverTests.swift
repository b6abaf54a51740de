import FakeGitLab
import Foundation
import LoopbackServer
import Testing

/// `webhook-receiver` as its users meet it: as a process, over real HTTP.
@Suite("webhook-receiver", .serialized)
struct WebhookReceiverTests {
    static let program = Program(name: "webhook-receiver")
    static let token = "glpat-0123456789abcdefghij"

    /// A server whose `token` belongs to its administrator, with those scopes.
    static func server(scopes: [String]) throws -> FakeGitLabServer {
        var world = try WorldGenerator(
            .init(projects: 1, mergeRequestsPerProject: 4, days: 20, end: Date())
        ).world()
        world.addToken(token, for: WorldGenerator.administrator, name: "webhooks", scopes: scopes)
        let server = FakeGitLabServer(FakeGitLab(world: world))
        try server.start()
        return server
    }

    static func run(against server: FakeGitLabServer, _ more: [String] = []) async throws -> Program.Result {
        let url = try #require(server.url)
        return try await program.run(
            ["--url", url.absoluteString, "--group", "acme", "--seconds", "1"] + more,
            environment: ["GITLAB_TOKEN": token])
    }

    @Test("However deliveries travel, the report is in the end that of reading everything anew")
    func faults() async throws {
        let result = try await Self.program.run(["--seconds", "4", "--faults"])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("Reading everything anew gives the same report."))
        #expect(result.output.contains("verified"))
        #expect(!result.output.contains("glpat-") && !result.output.contains("whsec_"))
    }

    @Test("Ctrl-C ends it in good order, with the report")
    func interruption() async throws {
        let (process, output, _) = try Self.program.start(["--seconds", "100000"])
        var text = ""
        while !text.contains("Ctrl-C ends it.") {
            let more = await Program.firstText(of: output)
            try #require(!more.isEmpty, "\(text)")
            text += more
        }
        process.interrupt()
        while case let more = await Program.firstText(of: output), !more.isEmpty { text += more }
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains("Reading everything anew gives the same report."))
    }

    @Test("At another GitLab the hook is made and taken away again")
    func anotherGitLab() async throws {
        let server = try Self.server(scopes: ["api"])
        defer { server.stop() }
        let result = try await Self.run(against: server)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("created"))
        let asked = server.fake.log.entries.filter { $0.route.contains("/hooks") }
        #expect(asked.contains { $0.method == "POST" })
        #expect(asked.contains { $0.method == "DELETE" })
    }

    @Test("A token that may not make hooks is told so in a line, and nothing is waited for")
    func forbidden() async throws {
        let server = try Self.server(scopes: ["read_api"])
        defer { server.stop() }
        let result = try await Self.run(against: server)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("webhook-receiver: no hook could be registered"))
        #expect(!(result.errors + result.output).contains("0123456789abcdefghij"))
    }

    @Test(
        "What the command line cannot mean is said with exit code 2",
        arguments: [
            ["--faults", "--url", "https://gitlab.example.com", "--group", "acme"],
            ["--url", "https://gitlab.example.com"], ["--seconds", "0"], ["--seconds"], ["--token", "x"],
            ["--nonsense"],
        ])
    func mistakes(arguments: [String]) async throws {
        let result = try await Self.program.run(arguments)
        #expect(result.exitCode == 2)
        #expect(result.errors.hasPrefix("webhook-receiver: "))
        #expect(result.errors.split(separator: "\n").count == 1)
    }
}
