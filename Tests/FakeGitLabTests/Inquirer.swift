import FakeGitLab
import Foundation
import LoopbackServer
import Synchronization
import WireFormat

/// Asks a fake as a client would, and reads the answers with nothing of the client.
struct Inquirer {
    let fake: FakeGitLab
    var token: String? = "glpat-fake-metrics-reader"
    var origin = "https://gitlab.test"

    static let end = Date(timeIntervalSince1970: 1_768_000_000)

    /// A small generated world at the end of its history.
    static func small(
        seed: UInt64 = 7, projects: Int = 2, mergeRequests: Int = 30, time: VirtualTime? = nil
    ) throws -> Inquirer {
        let configuration = WorldGenerator.Configuration(
            seed: seed, projects: projects, mergeRequestsPerProject: mergeRequests, days: 30, end: end)
        return Inquirer(fake: FakeGitLab(world: try world(configuration), time: time ?? VirtualTime(end)))
    }

    /// Worlds are values: one history serves every test that asks for it.
    static func world(_ configuration: WorldGenerator.Configuration) throws -> World {
        if let world = worlds.withLock({ $0[configuration] }) { return world }
        let world = try WorldGenerator(configuration).world()
        worlds.withLock { $0[configuration] = world }
        return world
    }

    private static let worlds = Mutex<[WorldGenerator.Configuration: World]>([:])

    struct Reply {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: [UInt8]

        func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }

        func json() throws -> JSONValue { try JSONValue(parsing: body) }

        /// The target of the `Link` header's `next`, without the origin.
        var next: String? {
            let links = header("Link")?.components(separatedBy: ", ") ?? []
            guard let link = links.first(where: { $0.hasSuffix("rel=\"next\"") }) else { return nil }
            return link.range(of: "/api/v4/").flatMap { start in
                link.range(of: ">").map { String(link[start.upperBound..<$0.lowerBound]) }
            }
        }
    }

    func send(_ method: String = "GET", _ path: String, body: String = "", headers: [(String, String)] = [])
        -> Reply
    {
        var all = headers.map { (name: $0.0, value: $0.1) }
        if let token { all.append((name: "PRIVATE-TOKEN", value: token)) }
        let response = fake.respond(
            to: ServerRequest(
                method: method, target: "/api/v4/\(path)", headers: all, body: Array(body.utf8)),
            origin: origin)
        return Reply(status: response.status, headers: response.headers, body: response.body)
    }

    func json(_ path: String) throws -> JSONValue { try send("GET", path).json() }

    /// Every element of a list, following `next`.
    func all(_ path: String) throws -> [JSONValue] {
        var result: [JSONValue] = []
        var next: String? = path
        while let path = next {
            let reply = send("GET", path)
            result += try reply.json().arrayValue ?? []
            next = reply.next
        }
        return result
    }
}
