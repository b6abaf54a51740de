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
}
