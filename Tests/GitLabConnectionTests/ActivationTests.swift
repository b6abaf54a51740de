import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import Testing

@Suite("Activating a connection")
struct ActivationTests {
    @Test("Cut off at any request and called again, it ends in the same state")
    func resumes() async throws {
        let whole = try ConnectionLab()
        whole.network.breakDown(after: nil)
        let expected = try await whole.connection(hook: ConnectionLab.wish).activate(
            whole.selection, since: whole.since)
        let requests = whole.network.count
        #expect(expected.summary == "connected, 2 projects, last sync 2026-01-09T23:06:40Z")
        for cut in 0..<requests {
            let lab = try ConnectionLab()
            lab.network.breakDown(after: cut)
            let first = try? await lab.connection(hook: ConnectionLab.wish).activate(
                lab.selection, since: lab.since)
            #expect(first?.state != .connected)
            lab.network.breakDown(after: nil)
            let status = try await lab.connection(hook: ConnectionLab.wish).activate(
                lab.selection, since: lab.since)
            #expect(status == expected, "cut after \(cut)")
            #expect(try await [lab.hooks(of: lab.billing), lab.hooks(of: lab.shop)] == [1, 1])
        }
    }

    @Test("A refused hook shows in the project's status until it is made; the project is read all the same")
    func refusedHook() async throws {
        let lab = try ConnectionLab()
        lab.fake.change { $0.addMember(lab.bot, toProject: lab.shop, access: .developer) }
        let connection = try lab.connection(hook: ConnectionLab.wish)
        let status = try await connection.activate(
            lab.selection, since: lab.since)
        #expect(status.state == .connected)
        let faults = status.projects.map { $0.hookError?.code }
        #expect(faults == [nil, GitLabError.Code.forbidden.rawValue])
        lab.fake.change { $0.addMember(lab.bot, toProject: lab.shop, access: .maintainer) }
        let mended = try await connection.activate(
            lab.selection, since: lab.since)
        #expect(mended.projects.allSatisfy { $0.hookError == nil })
        #expect(try await lab.hooks(of: lab.shop) == 1)
    }

    @Test("A receiver that moves takes its hooks along; without one, they go")
    func movedReceiver() async throws {
        let lab = try ConnectionLab()
        var wish = ConnectionLab.wish
        func urls() async throws -> [Set<String>] {
            var all: [Set<String>] = []
            for project in [lab.billing, lab.shop] {
                let owner = HookOwner.project(.id(ProjectID(rawValue: project)))
                all.append(Set(try await lab.connection().client.send(.hooks(of: owner)).elements.map(\.url)))
            }
            return all
        }
        _ = try await lab.connection(hook: wish).activate(lab.selection, since: lab.since)
        wish.url = "https://elsewhere.example/hook"
        _ = try await lab.connection(hook: wish).activate(lab.selection, since: lab.since)
        #expect(try await urls() == [[wish.url], [wish.url]])
        let status = try await lab.connection().activate(lab.selection, since: lab.since)
        #expect(try await urls() == [[], []])
        #expect(status.projects.allSatisfy { $0.hookCheckedAt == nil })
    }

    @Test("A deselected project loses its hook and is read no more; deactivating removes the rest")
    func deselects() async throws {
        let lab = try ConnectionLab()
        let connection = try lab.connection(hook: ConnectionLab.wish)
        _ = try await connection.activate(lab.selection, since: lab.since)
        #expect(try await connection.deselect(ProjectID(rawValue: lab.billing)).count == 1)
        #expect(try await [lab.hooks(of: lab.billing), lab.hooks(of: lab.shop)] == [0, 1])
        try lab.openMergeRequest(in: lab.billing)
        lab.time.advance(by: .seconds(3600))
        #expect(try await AutoSync(connection).step().map(\.rawValue) == [lab.shop])
        #expect(await lab.mergeRequests(of: lab.billing) == 0)
        try await connection.deactivate()
        #expect(try await lab.hooks(of: lab.shop) == 0)
        #expect(try await AutoSync(connection).step().isEmpty)
    }

    @Test("Activated again with less, it lets go of the rest; with more, it takes it back")
    func reselects() async throws {
        let lab = try ConnectionLab()
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        let less = try await connection.activate(
            ProjectSelection([.path("acme/shop")]), since: lab.since)
        #expect(less.selected.map(\.path) == ["acme/shop"])
        let more = try await connection.activate(lab.selection, since: lab.since)
        #expect(more.state == .connected && more.selected.count == 2)
    }

    @Test("A check that finds something stops before anything is written")
    func checked() async throws {
        let lab = try ConnectionLab()
        await #expect(throws: ConnectionError.self) {
            _ = try await lab.connection().activate(
                lab.selection, since: lab.since,
                check: { StatusFault(code: "invalid_credentials", sentence: "Paste the whole token.") })
        }
        #expect(try await lab.connection().status() == nil)
        #expect(lab.network.count == 0)
    }
}
