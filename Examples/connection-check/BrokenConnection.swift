import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

/// A connection to a fake GitLab that does not work, or not quite.
struct BrokenConnection: Sendable {
    private static let url = "https://gitlab.example.com"
    private static let token = "glpat-fake-0123456789"

    let name: String
    var token = Self.token
    var options = ConnectionCheck.Options()
    /// The project to diagnose; `nil` checks the connection.
    var project: ProjectReference?
    /// What the network does in the place of reaching the fake.
    var fault: GitLabError.Code?
    /// Breaks a world in which all is well.
    var change: @Sendable (inout World, Town) throws -> Void = { _, _ in }

    /// The inhabitants of that world.
    struct Town: Sendable {
        let user: Int
        let group: Int
        let billing: Int
    }

    private struct DeadEnd: Transport {
        let code: GitLabError.Code

        func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
            throw GitLabError(code, request: request.description)
        }
    }

    func finds() async throws -> Finds {
        let time = VirtualTime()
        var world = World(externalURL: Self.url, now: time.now, version: .v19)
        let group = world.addGroup("acme")
        let town = Town(
            user: world.addUser("metrics"), group: group,
            billing: try world.addProject("billing", group: group))
        world.addMember(town.user, toGroup: town.group, access: .maintainer)
        world.addToken(
            Self.token, for: town.user, scopes: ["api"], expiresAt: time.now.addingTimeInterval(86_400 * 90))
        let fake = FakeGitLab(world: world, time: time)
        try fake.change { try change(&$0, town) }
        if options.hookURL != nil {
            _ = await fake.deliver(
                over: HookReceiver { _ throws(GitLabError) in HTTPResponse(status: 500) })
        }
        let transport: any Transport = fault.map { DeadEnd(code: $0) } ?? FakeGitLabTransport(fake)
        let check = ConnectionCheck(
            url: Self.url, token: Secret(token), options: options, transport: transport, time: time)
        guard let project else { return Finds(name: name, connection: await check.run()) }
        return Finds(name: name, project: await Diagnosis(check).run(project))
    }

    static let all: [Self] = [
        Self(name: "A host name with a mistake in it", fault: .unreachableDNS),
        Self(name: "A certificate of the company's own", fault: .unreachableTLS),
        Self(name: "A token that was not copied whole", token: "glpat-fake-01234"),
        Self(name: "An expired token") { world, town in
            world.addToken(Self.token, for: town.user, scopes: ["api"], expiresAt: world.now)
        },
        Self(name: "A deploy token", token: "gldt-fake-0123456789") { world, town in
            world.addDeployToken("gldt-fake-0123456789", project: town.billing)
        },
        Self(name: "A token without the scope") { world, town in
            world.addToken(Self.token, for: town.user, scopes: ["read_user"])
        },
        Self(name: "A user who is a member of nothing") { world, town in
            world.removeMember(town.user, fromGroup: town.group)
        },
        Self(name: "A Guest") { world, town in
            world.addMember(town.user, toGroup: town.group, access: .guest)
        },
        Self(name: "A project's path with a mistake in it", project: "acme/biling"),
        Self(
            name: "Webhooks that our receiver answers with 500",
            options: .init(capabilities: [.manageHooks], hookURL: "https://metrics.example.com/hook")
        ) { world, town in
            world.addHook("https://metrics.example.com/hook", toProject: town.billing)
            world.commit(to: town.billing, branch: "main", title: "Change", author: town.user)
        },
    ]
}
