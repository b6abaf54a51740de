import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

@Suite("Selecting projects")
struct ProjectSelectionTests {
    @Test(
        "Rules name what they say and are stored as one text",
        arguments: [
            ("id:7", true), ("id:8", false), ("path:Acme/Billing", true), ("path:acme", false),
            ("group:acme", true), ("group:ac", false), ("pattern:acme/*", true), ("pattern:*ill*", true),
            ("pattern:*/shop", false), ("pattern:a*g*g", false),
        ])
    func rules(text: String, isNamed: Bool) throws {
        let rule = try #require(ProjectRule(text))
        #expect(rule.description == text)
        #expect(rule.matches(ProjectID(rawValue: 7), path: "acme/billing") == isNamed)
        #expect(try JSONDecoder().decode(ProjectRule.self, from: JSONEncoder().encode(rule)) == rule)
    }

    @Test("Each project tells why it is in or out, and a rule that leads nowhere is told")
    func resolving() async throws {
        let lab = try ConnectionLab()
        let selection = ProjectSelection(
            [.path("acme/none"), .pattern("acme/*")], excluding: [.path("acme/shop")])
        let resolved = try await selection.resolve(lab.connection().client)
        #expect(resolved.projects.map(\.path) == ["acme/billing", "acme/shop"])
        #expect(resolved.projects.map(\.excludedBy) == [nil, .path("acme/shop")])
        #expect(resolved.unresolved.keys.map(\.description) == ["path:acme/none"])
    }

    @Test("A project made later in a selected group comes in by itself, and is read")
    func laterProjects() async throws {
        let lab = try ConnectionLab()
        lab.fake.change { $0.addMember(lab.bot, toGroup: lab.group, access: .maintainer) }
        let connection = try lab.connection()
        let begun = try await connection.activate(ProjectSelection([.group("acme")]), since: lab.since)
        #expect(begun.selected.map(\.path) == ["acme/billing", "acme/shop"])
        let made = try lab.fake.change {
            try $0.addProject("later", group: lab.group, creator: lab.bot)
        }
        try lab.openMergeRequest(in: made)
        lab.time.advance(by: .seconds(3600))
        #expect(try await AutoSync(connection).step().contains(ProjectID(rawValue: made)))
        let status = try #require(try await connection.status())
        #expect(status.selected.map(\.path) == ["acme/billing", "acme/shop", "acme/later"])
        #expect(await lab.mergeRequests(of: made) == 1)
    }

    @Test("A search finds by a part of the name, and only what the token sees")
    func search() async throws {
        let lab = try ConnectionLab()
        let client = try lab.connection().client
        let found = try await ProjectSelection.search("shop", client: client)
        #expect(found.map(\.pathWithNamespace) == ["acme/shop"])
        lab.fake.change { $0.removeMember(lab.bot, fromProject: lab.shop) }
        #expect(try await ProjectSelection.search("shop", client: client).isEmpty)
    }

    @Test("A paused project is left alone, and what it missed is read when it resumes")
    func paused() async throws {
        let lab = try ConnectionLab()
        let connection = try lab.connection()
        _ = try await connection.activate(lab.selection, since: lab.since)
        let shop = ProjectID(rawValue: lab.shop)
        try await connection.setPaused(true, shop)
        try lab.openMergeRequest(in: lab.shop)
        let sync = AutoSync(connection)
        lab.time.advance(by: .seconds(3600))
        #expect(try await sync.step() == [ProjectID(rawValue: lab.billing)])
        #expect(await lab.mergeRequests(of: lab.shop) == 0)
        try await connection.setPaused(false, shop)
        #expect(try await sync.step() == [shop])
        #expect(await lab.mergeRequests(of: lab.shop) == 1)
    }
}
