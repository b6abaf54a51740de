import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import Testing

@Suite("The schedule keeps up hooks, selection and what is known of the token")
struct UpkeepTests {
    private func active(_ selection: ProjectSelection? = nil) async throws -> (
        ConnectionLab, Connection, AutoSync
    ) {
        let lab = try ConnectionLab()
        lab.fake.change { $0.addMember(lab.bot, toGroup: lab.group, access: .maintainer) }
        let connection = try lab.connection(hook: ConnectionLab.wish)
        _ = try await connection.activate(selection ?? lab.selection, since: lab.since)
        return (lab, connection, AutoSync(connection))
    }

    @Test("A project made later in a selected group is read and gets its hook")
    func laterProject() async throws {
        let (lab, connection, sync) = try await active(ProjectSelection([.group("acme")]))
        let store = try lab.fake.change { world in
            try world.addProject("store", group: lab.group, creator: lab.bot)
        }
        lab.time.advance(by: .seconds(3600))
        #expect(try await sync.step().map(\.rawValue).contains(store))
        #expect(try await lab.hooks(of: store) == 1)
        #expect(try await connection.status()?.selected.count == 3)
    }

    @Test("A hook that somebody deleted is there again within a day; in between it is not asked for")
    func deletedHook() async throws {
        let (lab, connection, sync) = try await active()
        let owner = HookOwner.project(.id(ProjectID(rawValue: lab.shop)))
        for hook in try await connection.client.send(.hooks(of: owner)).elements {
            try await connection.client.send(.deleteHook(hook.id, of: owner))
        }
        lab.network.breakDown(after: nil)
        for hour in 1...25 {
            lab.time.advance(by: .seconds(3600))
            try await sync.step()
            if hour == 22 { #expect(lab.network.count(containing: "hooks") == 0) }
        }
        #expect(try await lab.hooks(of: lab.shop) == 1)
    }

    @Test("A hook that GitLab gave up shows, and is woken once the receiver takes a test")
    func disabledHook() async throws {
        let (lab, connection, sync) = try await active()
        func changeSomething() {
            lab.fake.change { world in
                _ = world.commit(
                    to: lab.billing, branch: "main", title: "Change", author: lab.bot)
            }
        }
        lab.fake.receivers = HookReceiver { _ in HTTPResponse(status: 503) }
        for _ in 1...60 {
            changeSomething()
            await lab.fake.deliverAll()
            lab.time.advance(by: .seconds(100_000))
        }
        try await sync.step()
        func status() async throws -> ProjectStatus? {
            try await connection.status()?.projects.first { $0.project.rawValue == lab.billing }
        }
        #expect(try await status()?.hookError?.code == "hook_disabled")
        #expect(try await connection.status()?.projects.last?.hookError == nil)
        lab.fake.receivers = HookReceiver { _ in HTTPResponse(status: 200) }
        lab.time.advance(by: .seconds(86_400))
        try await sync.step()
        #expect(try await status()?.hookError == nil)
        changeSomething()
        #expect(await lab.fake.deliverAll().map(\.status) == [200])
    }

    @Test("A project that a smaller selection lets go of loses its hook, a refused removal tried again daily")
    func smallerSelection() async throws {
        let (lab, connection, sync) = try await active()
        lab.fake.change { world in
            world.removeMember(lab.bot, fromProject: lab.billing)
            world.removeMember(lab.bot, fromGroup: lab.group)
        }
        let less = ProjectSelection([.path("acme/shop")])
        let status = try await connection.activate(less, since: lab.since)
        let billing = try #require(status.projects.first { $0.project.rawValue == lab.billing })
        #expect(billing.state == .excluded && billing.hookError != nil)
        lab.fake.change { $0.addMember(lab.bot, toProject: lab.billing, access: .maintainer) }
        #expect(try await lab.hooks(of: lab.billing) == 1)
        for _ in 1...25 {
            lab.time.advance(by: .seconds(3600))
            try await sync.step()
        }
        #expect(try await [lab.hooks(of: lab.billing), lab.hooks(of: lab.shop)] == [0, 1])
        let after = try #require(
            await connection.status()?.projects.first { $0.project.rawValue == lab.billing })
        #expect(after.hookError == nil && after.hookCheckedAt == nil)
    }

    @Test("While GitLab fails to list a group, the projects known are read, and the status says so")
    func failingList() async throws {
        let (lab, connection, sync) = try await active(ProjectSelection([.group("acme")]))
        lab.time.advance(by: .seconds(3600))
        lab.fake.faults = FaultPlan([FaultRule(.badGateway, at: "groups/*/projects")])
        await #expect(throws: ConnectionError.self) { try await sync.step() }
        let status = try #require(await connection.status())
        #expect(status.projects.allSatisfy { $0.lag(at: Instant(lab.time.now)) == 0 })
        #expect(status.state == .degraded && status.lastError?.code == "server_fault")
        lab.fake.faults = FaultPlan()
        lab.time.advance(by: .seconds(60))
        try await sync.step()
        #expect(try await connection.status()?.state == .connected)
    }

    @Test("A path that leads nowhere is told, until it does")
    func unresolved() async throws {
        let selection = ProjectSelection([.path("acme/shop"), .path("acme/store")])
        let (lab, connection, sync) = try await active(selection)
        let status = try #require(await connection.status())
        #expect(status.state == .degraded && status.unresolved.map(\.rule) == [.path("acme/store")])
        #expect(status.summary.hasSuffix("not found: path:acme/store"))
        _ = try lab.fake.change { world in
            try world.addProject("store", group: lab.group, creator: lab.bot)
        }
        lab.time.advance(by: .seconds(3600))
        try await sync.step()
        #expect(try await connection.status()?.unresolved == [])
        #expect(try await connection.status()?.state == .connected)
    }

    @Test("When the token ends is in the status, and looked at daily")
    func tokenExpiry() async throws {
        let (lab, connection, sync) = try await active()
        #expect(try await connection.status()?.tokenExpiresAt == nil)
        let end = ConnectionLab.start.addingTimeInterval(10 * 86_400)
        lab.fake.change { $0.addToken("glpat-bot", for: lab.bot, scopes: ["api"], expiresAt: end) }
        lab.network.breakDown(after: nil)
        for _ in 1...26 {
            lab.time.advance(by: .seconds(3600))
            try await sync.step()
        }
        #expect(lab.network.count(containing: "personal_access_tokens/self") == 1)
        let status = try #require(await connection.status())
        #expect(status.tokenExpires(within: .seconds(14 * 86_400), of: Instant(lab.time.now)))
        #expect(!status.tokenExpires(within: .seconds(2 * 86_400), of: Instant(lab.time.now)))
    }

    @Test("A project whose lists fail is tried again within minutes, not after a whole interval")
    func retry() async throws {
        let (lab, connection, sync) = try await active()
        lab.time.advance(by: .seconds(3600))
        lab.fake.faults = FaultPlan([FaultRule(.badGateway, at: "projects/*/merge_requests")])
        try await sync.step()
        #expect(try await connection.status()?.state == .degraded)
        lab.fake.faults = FaultPlan()
        lab.time.advance(by: .seconds(60))
        #expect(try await sync.step().count == 2)
        #expect(try await connection.status()?.state == .connected)
    }
}
