import Foundation
import GitLabAPI
import LoopbackServer
import WireFormat

@testable import FakeGitLab

/// A group with a subgroup and a project in it, and happenings made by hand.
struct HookScene {
    static let start = Date(timeIntervalSince1970: 1_768_000_000)
    let fake: FakeGitLab
    let time: VirtualTime
    let root: Int
    let group: Int
    let subgroup: Int
    let project: Int

    init(
        version: GitLabVersion = .v19, tier: Tier = .ultimate, policy: HookPolicy = HookPolicy()
    ) throws {
        time = VirtualTime(Self.start)
        var world = World(now: Self.start, version: version, tier: tier)
        root = world.addUser("root", isAdministrator: true)
        group = world.addGroup("acme")
        subgroup = world.addGroup("tools", parent: group)
        world.addMember(root, toGroup: group, access: .owner)
        project = try world.addProject("billing", group: subgroup, creator: root)
        world.addToken("glpat-root", for: root, scopes: ["api"])
        fake = FakeGitLab(world: world, time: time, hooks: policy)
    }

    func addHook(
        _ switches: HookSwitches = .all, url: String = "https://receiver.example/hook", token: String? = nil,
        signingToken: String? = nil
    ) -> Int {
        fake.change {
            $0.addHook(url, toProject: project, switches: switches, token: token, signingToken: signingToken)
        }
    }

    /// Something happens that hooks of the project are told of.
    func announce(
        _ trigger: String? = "merge_requests_events", header: String = "Merge Request Hook",
        branch: String? = nil,
        system: Bool = false, body: JSONValue = ["object_kind": "merge_request"]
    ) {
        fake.change { world in
            let now = world.clock
            world.announcements.append(
                Announcement(
                    trigger: trigger, header: header, project: project, group: nil, body: body,
                    systemBody: system ? .some(body) : .none, branch: branch, at: now))
        }
    }

    /// Asks the API as an administrator.
    func ask(
        _ method: String = "GET", _ path: String, _ body: JSONValue? = nil, headers: [(String, String)] = []
    )
        async throws -> (status: Int, body: JSONValue)
    {
        let response = await fake.serve(
            ServerRequest(
                method: method, target: "/api/v4/\(path)",
                headers: [("PRIVATE-TOKEN", "glpat-root")] + headers.map { (name: $0.0, value: $0.1) }
                    + (body == nil ? [] : [("Content-Type", "application/json")]),
                body: body?.serialized() ?? []), origin: "https://gitlab.test")
        return (response.status, response.body.isEmpty ? .null : try JSONValue(parsing: response.body))
    }

    /// The hook as the API shows it.
    func shown(_ hook: Int) async throws -> JSONValue {
        try await ask("GET", "projects/\(project)/hooks/\(hook)").body
    }

    /// The hook's log, newest first.
    func log(_ hook: Int, status: String? = nil) async throws -> [JSONValue] {
        let query = status.map { "?status=\($0)" } ?? ""
        return try await ask("GET", "projects/\(project)/hooks/\(hook)/events\(query)").body.arrayValue ?? []
    }
}
