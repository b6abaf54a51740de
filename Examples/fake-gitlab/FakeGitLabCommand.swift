import Console
import FakeGitLab
import Foundation
import GitLabAPI
import LoopbackServer

/// Serves a generated GitLab until interrupted.
@main
struct FakeGitLabCommand {
    /// A token that may do everything, beside the one that reads.
    private static let administratorToken = "glpat-fake-administrator"

    static func main() async {
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            if arguments.showsHelp {
                print(Arguments.help)
            } else {
                try await serve(arguments)
            }
        } catch let mistake as UsageError {
            complain(mistake.message)
            exit(2)
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func serve(_ arguments: Arguments) async throws {
        var world = WorldGenerator.Configuration(
            seed: arguments.seed, projects: arguments.projects,
            mergeRequestsPerProject: arguments.mergeRequests, days: arguments.days,
            end: arguments.until ?? Date())
        let fake = FakeGitLab(
            world: World(now: world.end), rateLimit: arguments.rateLimit.map { RateLimit(perMinute: $0) },
            faults: arguments.faults)
        let server = FakeGitLabServer(fake, port: arguments.port)
        let url = try server.start()
        // What the world says of its own address must lead here, and the port may be the system's choice.
        world.externalURL = "\(url)".trimmingCharacters(in: ["/"])
        var generated = try WorldGenerator(world).world()
        generated.addToken(
            administratorToken, for: WorldGenerator.administrator, name: "administrator", scopes: ["api"])
        let populated = generated
        fake.change { $0 = populated }
        if arguments.sendsWebhooks { fake.receivers = URLSessionTransport() }
        server.startDelivering()
        Terminal.printNow(
            """
            Fake GitLab with \(arguments.projects) projects of \(arguments.mergeRequests) merge requests (seed \(arguments.seed))
              URL    \(url)
              Token  \(world.token)
              Admin  \(administratorToken)
              Group  \(world.group)

            Try    curl -H 'PRIVATE-TOKEN: \(world.token)' '\(url)api/v4/projects?membership=true&simple=true'
                   GITLAB_TOKEN=\(world.token) swift run metrics-report --url \(url) --group \(world.group)

            Ctrl-C ends it.
            """)
        await Interruption().wait()
        server.stop()
    }

    private static func complain(_ message: String) { Terminal.printError("fake-gitlab: \(message)") }
}
