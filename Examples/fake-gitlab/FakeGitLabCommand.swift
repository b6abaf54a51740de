import Dispatch
import FakeGitLab
import Foundation
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
        } catch let mistake as Arguments.Mistake {
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
        announce(
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
        await interruption()
        server.stop()
    }

    private static func interruption() async {
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        let sources = [SIGINT, SIGTERM].map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingOldest(1))
        for source in sources {
            source.setEventHandler { continuation.yield() }
            source.resume()
        }
        for await _ in stream { break }
        for source in sources { source.cancel() }
    }

    /// Unbuffered, so that a program that started this one can read it at once.
    private static func announce(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    private static func complain(_ message: String) {
        FileHandle.standardError.write(Data("fake-gitlab: \(message)\n".utf8))
    }
}
